package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.psth.Psth;

/**
 * Computes psth_r on the training trials from the steps of an epoch, without another pass. The trials are averaged as
 * for the loss.
 */
final class RunningScore {
    private final PsthCorrelation correlation;
    private final double[] sum;
    private final double[] weight;
    private final int neurons;
    private final int minimumTrials;

    RunningScore(Fit fit) {
        Psth data = Psth.of(fit.session(), fit.lossMask(), fit.split().train());
        this.minimumTrials = fit.configuration().loss().neuron().minimumTrials();
        this.correlation = PsthCorrelation.with(
                data, ScoreKind.PSTH_R, fit.session().time().binMs());
        this.neurons = data.neurons();
        this.sum = new double[data.mean().length];
        this.weight = new double[data.bins()];
    }

    void reset() {
        Arrays.fill(sum, 0);
        Arrays.fill(weight, 0);
    }

    /** Adds a step. Bins that the step left out because of too few trials are not counted. */
    void add(TrainingStep.Result step) {
        for (int bin = 0; bin < weight.length; bin++) {
            int trials = step.trialsPerBin()[bin];
            if (trials >= minimumTrials) {
                weight[bin] += trials;
                for (int neuron = 0; neuron < neurons; neuron++) {
                    sum[bin * neurons + neuron] += step.psth()[bin * neurons + neuron] * trials;
                }
            }
        }
    }

    double psthR() {
        double[] mean = new double[sum.length];
        Arrays.setAll(mean, i -> weight[i / neurons] > 0 ? sum[i] / weight[i / neurons] : 0);
        return correlation.mean(mean);
    }
}
