package org.dalescope.model.settings;

/** The values of the setting for the parameterisation of the recurrent weights (docs/science.md section 2). */
public enum RecurrentKind {
    /** Every weight is a parameter. */
    FULL,
    /** V = U1 U2^T with factors of at least 0 under Dale's law, so that V keeps its rank. */
    LOW_RANK_FACTORS,
    /** V = |U1 U2^T|, as in the laboratory's plan; V is not of low rank. */
    LOW_RANK_PRODUCT,
    /** W = 0: no unit receives input from another, to measure what recurrence adds. */
    NONE;

    /** Whether V is a product of factors with a rank. */
    public boolean isLowRank() {
        return this == LOW_RANK_FACTORS || this == LOW_RANK_PRODUCT;
    }
}
