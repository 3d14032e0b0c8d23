package org.dalescope.model.session.format.container;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/** Checks the array sizes that container files declare, so that a damaged file cannot use up the memory. */
public final class ElementCounts {
    /** The most elements that are accepted: more than any session's array has. */
    public static final long MOST = 1L << 27;

    private ElementCounts() {}

    /**
     * Returns the lengths unchanged if their product is not larger than in any session.
     *
     * @throws InputError if it is larger
     */
    public static int[] checked(String name, int[] shape) {
        long elements = 1;
        for (int length : shape) {
            elements *= Math.max(length, 1);
            if (length < 0 || elements > MOST) {
                throw new InputError("'" + name + "' claims " + text(shape)
                        + " values, more than any session has: the file is damaged; copy or export it again.");
            }
        }
        return shape;
    }

    /** The product of lengths that {@link #checked} has bounded. */
    static long count(int[] shape) {
        long count = 1;
        for (int length : shape) {
            count *= length;
        }
        return count;
    }

    /** Lengths as text, such as 3 x 4. */
    public static String text(int[] shape) {
        return shape.length == 0
                ? "scalar"
                : Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }
}
