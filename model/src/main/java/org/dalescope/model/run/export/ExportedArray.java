package org.dalescope.model.run.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NamedArray.Values;

/**
 * An array in a run's export, with its axes, unit and meaning.
 *
 * @param axes names of the axes, such as {@code to unit, from unit}
 * @param unit of the numbers; empty for pure numbers and words
 * @param meaning a sentence without its full stop
 */
record ExportedArray(NamedArray array, String axes, String unit, String meaning) {
    /** The line in the README: name, shape, axes, unit and meaning. */
    String line() {
        String shape = Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
        return "| `" + array.name() + "` | " + shape + " | " + axes + " | " + unit + " | " + meaning + " |";
    }

    /**
     * The same numbers in MATLAB's order, in which the first axis varies fastest, so that the axes keep their order
     * there.
     */
    NamedArray firstAxisFastest() {
        int[] shape = array.shape();
        if (shape.length < 2) {
            return array;
        }
        int[] reversed = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            reversed[axis] = shape[shape.length - 1 - axis];
        }
        return switch (array.values()) {
            case Values.Floats floats -> {
                float[] data = new float[floats.data().length];
                int[] from = sources(shape);
                for (int i = 0; i < data.length; i++) {
                    data[i] = floats.data()[from[i]];
                }
                yield NamedArray.of(array.name(), data, reversed);
            }
            case Values.Bytes bytes -> {
                byte[] data = new byte[bytes.data().length];
                int[] from = sources(shape);
                for (int i = 0; i < data.length; i++) {
                    data[i] = bytes.data()[from[i]];
                }
                yield NamedArray.of(array.name(), data, reversed);
            }
            default -> {
                double[] old = array.doubles();
                double[] data = new double[old.length];
                int[] from = sources(shape);
                for (int i = 0; i < data.length; i++) {
                    data[i] = old[from[i]];
                }
                yield NamedArray.of(array.name(), data, reversed);
            }
        };
    }

    /** For every index in column-major order, the index in row-major order of the same number. */
    private static int[] sources(int[] shape) {
        int[] from = new int[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        int[] index = new int[shape.length];
        for (int place = 0; place < from.length; place++) {
            int source = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                source = source * shape[axis] + index[axis];
            }
            from[place] = source;
            for (int axis = 0; axis < shape.length; axis++) {
                if (++index[axis] < shape[axis]) {
                    break;
                }
                index[axis] = 0;
            }
        }
        return from;
    }
}
