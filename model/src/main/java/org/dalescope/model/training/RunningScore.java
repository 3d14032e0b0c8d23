package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.psth.Psth;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ScoreKind;

/** psth_r on the training trials, put together from an epoch's steps without another pass. */
final class RunningScore {
    private final PsthCorrelation correlation;
    private final double[] sum;
    private final double[] weight;
    private final int neurons;

    RunningScore(Fit fit) {
        Psth data = Psth.of(fit.session(), fit.mask(), fit.split().train());
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

    void add(TrainingStep.Result step) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += step.psth()[i] * step.trialsPerBin()[i / neurons];
        }
        for (int bin = 0; bin < weight.length; bin++) {
            weight[bin] += step.trialsPerBin()[bin];
        }
    }

    double psthR() {
        double[] mean = new double[sum.length];
        Arrays.setAll(mean, i -> weight[i / neurons] > 0 ? sum[i] / weight[i / neurons] : 0);
        return correlation.mean(mean);
    }
}
