package org.dalescope.model.settings;

/** How recurrent weights are parameterised (spec/science.md section 2). */
public enum RecurrentKind {
    /** Every weight is a parameter. */
    FULL,
    /** V = U1 U2^T with factors of at least 0 under Dale's law: its rank is kept. */
    LOW_RANK_FACTORS,
    /** V = |U1 U2^T|, as in the laboratory's plan: not of low rank. */
    LOW_RANK_PRODUCT
}
