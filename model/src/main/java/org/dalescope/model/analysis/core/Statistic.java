package org.dalescope.model.analysis.core;

/**
 * A statistic of an analysis: one number with its definition, unit, sample size, uncertainty and null. NaN means "not
 * defined".
 *
 * @param name stable key, such as {@code rate_correlation}
 * @param definition in a sentence
 * @param unit of the value; empty for a pure number
 * @param n the sample size in words, such as {@code 14 neurons}
 * @param uncertainty the interval, and the quantity that varies in it
 * @param chance the null that the value is compared with, and p
 */
public record Statistic(
        String name, String definition, double value, String unit, String n, Uncertainty uncertainty, Chance chance) {
    /**
     * An uncertainty interval of a statistic.
     *
     * @param over kind and source of the interval, such as {@code 95 % over seeds (Student)}; empty if there is none
     */
    public record Uncertainty(String over, double low, double high) {
        /** No interval. */
        public static final Uncertainty NONE = new Uncertainty("", Double.NaN, Double.NaN);
    }

    /**
     * A comparison with a null.
     *
     * @param what the null, such as {@code permutation of neurons}; empty if there is none
     * @param p two-sided
     * @param nullValue the value that the null gives on average
     */
    public record Chance(String what, double p, double nullValue) {
        /** No null. */
        public static final Chance NONE = new Chance("", Double.NaN);

        /** A null that gives 0 on average. */
        public Chance(String what, double p) {
            this(what, p, 0);
        }
    }

    /** A descriptive statistic without interval and null. */
    public static Statistic plain(String name, String definition, double value, String unit, String n) {
        return new Statistic(name, definition, value, unit, n, Uncertainty.NONE, Chance.NONE);
    }

    /** This statistic with an interval. */
    public Statistic within(Uncertainty interval) {
        return new Statistic(name, definition, value, unit, n, interval, chance);
    }

    /** This statistic with a comparison with a null. */
    public Statistic against(Chance other) {
        return new Statistic(name, definition, value, unit, n, uncertainty, other);
    }
}
