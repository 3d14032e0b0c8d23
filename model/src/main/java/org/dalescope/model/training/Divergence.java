package org.dalescope.model.training;

/**
 * Signals that the training of a network diverged in an epoch, so that the network is unusable. The message names what
 * diverged and is worded for use within a sentence.
 */
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Divergence(String what) {
        super(what, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
