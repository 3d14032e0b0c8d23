package org.dalescope.model.math.simd;

/**
 * Checks array lengths at the entry of numerical kernels, so that a wrong shape gives an error with numbers and not a
 * wrong sum.
 */
final class Shapes {
    private Shapes() {}

    /**
     * Checks that an array is long enough.
     *
     * @throws IllegalArgumentException if it is too short
     */
    static void room(String what, int length, long needed) {
        if (length < needed) {
            throw new IllegalArgumentException(what + " has " + length + " values, but needs " + needed);
        }
    }

    /**
     * Checks a size.
     *
     * @throws IllegalArgumentException if the size is not the expected one
     */
    static void same(String what, int size, int expected) {
        if (size != expected) {
            throw new IllegalArgumentException(what + " is " + size + ", but must be " + expected);
        }
    }
}
