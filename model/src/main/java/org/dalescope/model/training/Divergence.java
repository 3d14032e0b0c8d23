package org.dalescope.model.training;

/** An epoch after which the network is of no use; the message says what ran away, for the middle of a sentence. */
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Divergence(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
