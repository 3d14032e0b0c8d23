package org.dalescope.model.scoring.screening;

/**
 * How far a neuron's PSTH repeats itself on some trials.
 *
 * @param reliability split-half r, stepped up to all trials (Spearman-Brown); NaN where it is not defined
 * @param trials number of trials it holds for
 */
public record Reliability(double reliability, int trials) {
    /** The best r that any model can reach on average: sqrt(reliability), 0 where that is negative. */
    public double ceiling() {
        return Double.isNaN(reliability) ? Double.NaN : Math.sqrt(Math.max(reliability, 0));
    }

    /**
     * Trials like these that a ceiling would take, by Spearman-Brown's prophecy: n R* (1 - R) / (R (1 - R*)) with R* =
     * ceiling squared.
     *
     * @return NaN where the neuron repeats nothing
     */
    public double trialsFor(double ceiling) {
        double wanted = ceiling * ceiling;
        if (!(reliability > 0)) {
            return Double.NaN;
        }
        double factor = wanted * (1 - reliability) / (reliability * (1 - wanted));
        return Math.max(1, Math.ceil(factor * trials));
    }
}
