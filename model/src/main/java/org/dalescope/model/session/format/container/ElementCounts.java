package org.dalescope.model.session.format.container;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/** Sizes that files declare: damage must not make us allocate the machine away. */
public final class ElementCounts {
    /** More elements than any session's array has. */
    public static final long MOST = 1L << 27;

    private ElementCounts() {}

    /**
     * The lengths as they are, if their product is no more than any session has.
     *
     * @throws InputError where it is
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

    /** Lengths as people write them. */
    public static String text(int[] shape) {
        return shape.length == 0
                ? "scalar"
                : Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }
}
