package org.dalescope.model.settings;

/** The values of the setting for the parameterisation of the recurrent weights (docs/science.md section 2). */
public enum RecurrentKind {
    /** Every weight is a parameter. */
    FULL,
    /** V = U1 U2^T with factors of at least 0 under Dale's law, so that V keeps its rank. */
    LOW_RANK_FACTORS,
    /** V = |U1 U2^T|, as in the laboratory's plan; V is not of low rank. */
    LOW_RANK_PRODUCT
}
