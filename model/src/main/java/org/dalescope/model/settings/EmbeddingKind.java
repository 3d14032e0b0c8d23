package org.dalescope.model.settings;

/** What the inputs of a bin pass before they drive the units. */
public enum EmbeddingKind {
    /** Nothing. */
    NONE,
    /** e = max(0, A u + c). */
    LINEAR_RELU,
    /** Heads that weight the channels by what the channels say. */
    ATTENTION
}
