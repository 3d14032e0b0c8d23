package org.dalescope.model.scoring.screening;

/**
 * The reliability of a neuron's PSTH on some trials, for the screening of a session before a fit.
 *
 * @param reliability split-half r, corrected to all trials (Spearman-Brown); NaN if it is not defined
 * @param trials the number of trials
 */
public record Reliability(double reliability, int trials) {
    /** The best r that any model can reach on average: sqrt(reliability), or 0 if the reliability is negative. */
    public double ceiling() {
        return Double.isNaN(reliability) ? Double.NaN : Math.sqrt(Math.max(reliability, 0));
    }

    /**
     * The number of such trials that a ceiling would need, by the Spearman-Brown prophecy formula n R* (1 - R) / (R (1
     * - R*)) with R* = ceiling squared.
     *
     * @return NaN if the reliability is not positive
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
