package org.dalescope.model.scoring;

/** A score as a share of its ceiling. */
public final class CeilingShare {
    /** Why a share is not defined where its ceiling is not positive. */
    public static final String REASON =
            "the training PSTH scores 0 or less, or has no score: a share of it has no meaning";

    private CeilingShare() {}

    /** The value as a share of a ceiling; NaN where the value is not finite or the ceiling is not a positive, finite number. */
    public static double of(double value, double ceiling) {
        return ceiling > 0 && Double.isFinite(ceiling) && Double.isFinite(value) ? value / ceiling : Double.NaN;
    }
}
