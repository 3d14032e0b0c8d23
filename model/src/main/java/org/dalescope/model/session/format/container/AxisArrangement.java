package org.dalescope.model.session.format.container;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.session.format.container.Variable.Numeric;

/** Rearranges the axes of arrays from container files into the order that a computation needs. */
public final class AxisArrangement {
    private AxisArrangement() {}

    /**
     * The array's numbers with its axes in another order, the last one fastest.
     *
     * @param axes positions of the array's axes, the slowest first; axes that are not listed must have length 1
     */
    public static double[] of(Numeric array, int... axes) {
        int[] lengths = Arrays.stream(axes).map(axis -> array.shape()[axis]).toArray();
        int[] strides = Arrays.stream(axes).map(axis -> array.strides()[axis]).toArray();
        double[] values = array.values().get();
        if (values.length != array.size()) {
            throw new IllegalStateException("'" + array.name() + "' holds " + values.length + " values but claims "
                    + ElementCounts.text(array.shape()));
        }
        if (isInPlace(lengths, strides)) {
            return values;
        }
        double[] arranged = new double[values.length];
        int[] at = new int[axes.length];
        int from = 0;
        for (int to = 0; to < arranged.length; to++) {
            arranged[to] = values[from];
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++at[axis] < lengths[axis]) {
                    break;
                }
                from -= strides[axis] * lengths[axis];
                at[axis] = 0;
            }
        }
        return arranged;
    }

    /** The axes of an array from the last to the first. */
    public static int[] reversed(int rank) {
        return IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
    }

    private static boolean isInPlace(int[] lengths, int[] strides) {
        int stride = 1;
        for (int i = lengths.length - 1; i >= 0; i--) {
            if (lengths[i] != 1 && strides[i] != stride) {
                return false;
            }
            stride *= lengths[i];
        }
        return true;
    }
}
