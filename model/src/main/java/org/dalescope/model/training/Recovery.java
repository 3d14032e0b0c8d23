package org.dalescope.model.training;

/**
 * How often a fit ran away and was taken back, and what is left of its learning rate.
 *
 * @param undone epochs that were undone
 * @param rate factor of the learning rate from now on
 */
public record Recovery(int undone, double rate) {
    /** A fit that never ran away. */
    public static final Recovery NONE = new Recovery(0, 1);

    /** So many epochs are undone; the next one that runs away ends the fit. */
    static final int MOST = 5;

    private static final double FACTOR = 0.5;

    /** After another epoch was undone. */
    Recovery again() {
        return new Recovery(undone + 1, rate * FACTOR);
    }
}
