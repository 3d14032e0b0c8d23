package org.dalescope.model.analysis.core;

/**
 * One number with everything it must not be shown without. NaN means "not defined".
 *
 * @param name stable key, such as {@code rate_correlation}
 * @param definition in a sentence
 * @param unit of the value; empty for a pure number
 * @param n how many what, such as {@code 14 neurons}
 * @param uncertainty the interval, and what it is over
 * @param chance what the value would be if there were nothing, and how often chance gives as much
 */
public record Statistic(
        String name, String definition, double value, String unit, String n, Uncertainty uncertainty, Chance chance) {
    /**
     * An interval.
     *
     * @param over what it is over, such as {@code 95 % over seeds (Student)}; empty where there is none
     */
    public record Uncertainty(String over, double low, double high) {
        /** No interval. */
        public static final Uncertainty NONE = new Uncertainty("", Double.NaN, Double.NaN);
    }

    /**
     * A null.
     *
     * @param what is shuffled or compared, such as {@code permutation of neurons}; empty where there is none
     * @param p two-sided
     */
    public record Chance(String what, double p) {
        /** No null. */
        public static final Chance NONE = new Chance("", Double.NaN);
    }

    /** A number that describes and needs neither interval nor null. */
    public static Statistic plain(String name, String definition, double value, String unit, String n) {
        return new Statistic(name, definition, value, unit, n, Uncertainty.NONE, Chance.NONE);
    }

    /** The same with an interval. */
    public Statistic within(Uncertainty interval) {
        return new Statistic(name, definition, value, unit, n, interval, chance);
    }

    /** The same against a null. */
    public Statistic against(Chance other) {
        return new Statistic(name, definition, value, unit, n, uncertainty, other);
    }
}
