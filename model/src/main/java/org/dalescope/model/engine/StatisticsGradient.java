package org.dalescope.model.engine;

import org.dalescope.model.engine.RateStatistics.Moments;

/**
 * The derivatives of one loss with respect to {@link RateStatistics}, with which an engine's backward pass starts; an
 * array is empty if the loss does not depend on that statistic.
 */
public record StatisticsGradient(double[] psth, double[] population, Moments moments, double[] output) {
    /** A constant that is added to an expected count before its logarithm. */
    public static final float COUNT_FLOOR = 1e-8f;

    /** The derivatives of a loss that depends on no statistic. */
    public static final StatisticsGradient NONE = new StatisticsGradient(new double[0], new double[0]);

    /** The derivatives of a loss that does not use sums over single bins. */
    public StatisticsGradient(double[] psth, double[] population) {
        this(psth, population, Moments.zero(0));
    }

    /** The derivatives of a loss that does not use the read-out. */
    public StatisticsGradient(double[] psth, double[] population, Moments moments) {
        this(psth, population, moments, new double[0]);
    }

    /** The derivatives of a loss that uses only the read-out. */
    public static StatisticsGradient ofOutput(double[] output) {
        return new StatisticsGradient(new double[0], new double[0], Moments.zero(0), output);
    }

    /** This gradient + factor x another: the gradient of a weighted sum of two losses. */
    public StatisticsGradient plus(double factor, StatisticsGradient other) {
        return new StatisticsGradient(
                plus(psth, factor, other.psth),
                plus(population, factor, other.population),
                new Moments(
                        plus(moments.mean(), factor, other.moments.mean()),
                        plus(moments.square(), factor, other.moments.square()),
                        moments.poisson() + factor * other.moments.poisson()),
                plus(output, factor, other.output));
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = new double[Math.max(a.length, b.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (a.length == 0 ? 0 : a[i]) + (b.length == 0 ? 0 : factor * b[i]);
        }
        return sum;
    }
}
