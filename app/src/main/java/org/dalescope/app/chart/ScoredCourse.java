package org.dalescope.app.chart;

import java.util.Arrays;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/**
 * The part of a PSTH that psth_r scores: bins with at least 10 valid trials, smoothed with a Gaussian of sigma 25 ms.
 *
 * @param bins scored bins
 * @param smoothing kernel
 * @param length number of all bins
 */
public record ScoredCourse(int[] bins, Smoothing smoothing, int length) {
    /** The scored part of a PSTH whose bins have these centres, ms. */
    public static ScoredCourse of(Psth data, double[] timeMs) {
        PsthCorrelation scored = PsthCorrelation.with(data, ScoreKind.PSTH_R, TimeAxis.binMsOf(timeMs));
        return new ScoredCourse(scored.bins(), scored.smoothing(), data.bins());
    }

    /**
     * The values of a neuron as they are, in bins that enough trials reach; NaN elsewhere.
     *
     * @param psth {@code [bin][neuron]} on the trials of the data; empty before the first epoch of a fit
     */
    public static double[] raw(Psth data, double[] psth, int neuron, int leastTrials) {
        double[] course = new double[data.bins()];
        for (int bin = 0; bin < course.length; bin++) {
            int at = bin * data.neurons() + neuron;
            course[bin] = data.trials()[bin] >= leastTrials && psth.length > at ? psth[at] : Double.NaN;
        }
        return course;
    }

    /** Whether no bin has enough trials. */
    public boolean isEmpty() {
        return bins.length == 0;
    }

    /** The smoothed course of a neuron of a PSTH {@code [bin][neuron]}; NaN in bins that are not scored. */
    public double[] of(double[] psth, int neurons, int neuron) {
        return spread(smoothing.apply(Psth.course(psth, neurons, neuron, bins)));
    }

    /** The standard error of the smoothed course, if the bins' errors are independent; NaN in bins not scored. */
    public double[] error(double[] standardError, int neurons, int neuron) {
        double[] weights = smoothing.weights();
        double[] squares = new double[weights.length];
        Arrays.setAll(squares, i -> weights[i] * weights[i]);
        double[] variance = Psth.course(standardError, neurons, neuron, bins);
        Arrays.setAll(variance, i -> variance[i] * variance[i]);
        double[] smoothed = new Smoothing(squares).apply(variance);
        Arrays.setAll(smoothed, i -> Math.sqrt(smoothed[i]));
        return spread(smoothed);
    }

    private double[] spread(double[] scored) {
        double[] all = new double[length];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < bins.length; i++) {
            all[bins[i]] = scored[i];
        }
        return all;
    }
}
