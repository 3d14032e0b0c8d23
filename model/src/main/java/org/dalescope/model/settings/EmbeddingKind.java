package org.dalescope.model.settings;

/**
 * The values of the setting for the kind of input embedding, which transforms the inputs before they drive the
 * units.
 */
public enum EmbeddingKind {
    /** No embedding: inputs drive the units directly. */
    NONE,
    /** Every channel several times, with fixed delays. */
    DELAYS,
    /** e = max(0, A u + c). */
    LINEAR_RELU,
    /** Attention heads that weight the channels by the values of the channels. */
    ATTENTION
}
