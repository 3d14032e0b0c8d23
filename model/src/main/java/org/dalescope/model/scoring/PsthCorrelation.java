package org.dalescope.model.scoring;

import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/**
 * Scores PSTHs of a model by their correlation with those of the data, for each neuron.
 *
 * @param bins the bins that are scored
 * @param target the data's smoothed PSTH of every neuron, {@code [neuron][bin]}
 */
public record PsthCorrelation(int[] bins, Smoothing smoothing, double[][] target) {

    /** The correlation with a data PSTH that was averaged as the score requires. */
    public static PsthCorrelation with(Psth data, ScoreKind kind, double binMs) {
        int[] bins = data.binsWith(kind.masked() ? ScoreKind.MINIMUM_TRIALS : 1);
        return new PsthCorrelation(bins, Smoothing.gaussian(kind.smoothingMs(), binMs), new double[data.neurons()][])
                .filled(data.mean());
    }

    /** The r of every neuron for a PSTH {@code [bin][neuron]}; NaN if it is not defined. */
    public double[] perNeuron(double[] psth) {
        double[] r = new double[target.length];
        for (int neuron = 0; neuron < r.length; neuron++) {
            r[neuron] = bins.length < 2 ? Double.NaN : Correlation.ofCourses(course(psth, neuron), target[neuron]);
        }
        return r;
    }

    /** The R2 of every neuron for a PSTH {@code [bin][neuron]}; NaN if it is not defined. */
    public double[] r2PerNeuron(double[] psth) {
        double[][] model = new double[target.length][];
        for (int neuron = 0; neuron < model.length; neuron++) {
            model[neuron] = course(psth, neuron);
        }
        return ExplainedVariance.of(target, model).perNeuron();
    }

    /** The mean r over neurons; NaN if no neuron can be scored. */
    public double mean(double[] psth) {
        return Descriptive.mean(perNeuron(psth));
    }

    private double[] course(double[] psth, int neuron) {
        double[] course = Psth.course(psth, target.length, neuron, bins);
        return course.length == 0 ? course : smoothing.apply(course);
    }

    private PsthCorrelation filled(double[] psth) {
        for (int neuron = 0; neuron < target.length; neuron++) {
            target[neuron] = course(psth, neuron);
        }
        return this;
    }
}
