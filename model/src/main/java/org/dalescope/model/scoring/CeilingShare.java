package org.dalescope.model.scoring;

/** Computes a score as a share of its ceiling. */
public final class CeilingShare {
    /** The reason why a share is not defined if its ceiling is not positive. */
    public static final String REASON =
            "the score of the training PSTH is not positive, so a share of it has no" + " meaning";

    private CeilingShare() {}

    /**
     * The value as a share of a ceiling; NaN if the value is not finite or the ceiling is not a positive, finite
     * number.
     */
    public static double of(double value, double ceiling) {
        return ceiling > 0 && Double.isFinite(ceiling) && Double.isFinite(value) ? value / ceiling : Double.NaN;
    }
}
