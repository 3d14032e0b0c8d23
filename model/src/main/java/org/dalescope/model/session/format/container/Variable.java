package org.dalescope.model.session.format.container;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dalescope.model.common.HeapMemory;

/** A named variable in a container of arrays. Its shape is known at once; its content is read on demand. */
public sealed interface Variable {
    /** The path by which a mapping names it, such as {@code trials.spikes}. */
    String name();

    /** Lengths of the axes in the order of the program that wrote the file; empty for a scalar. */
    int[] shape();

    /** The type as the program that wrote the file calls it. */
    String type();

    /**
     * An array of real numbers.
     *
     * @param columnMajor whether the first axis is the fastest in {@code values} (MATLAB, Fortran); otherwise the last
     *     one is
     * @param values as 64-bit floats; logical values are 0 and 1
     */
    record Numeric(String name, int[] shape, String type, boolean columnMajor, Supplier<double[]> values)
            implements Variable {
        /** Memory per value: as numbers, in another order, and in the form in which the file holds them. */
        private static final double BYTES_PER_VALUE = 3.0 * Double.BYTES;

        /**
         * Creates an array whose values are read only if there is enough memory; otherwise the error gives the bytes
         * needed.
         */
        public Numeric {
            Supplier<double[]> read = values;
            values = () -> {
                HeapMemory.ofThisProgram()
                        .require(
                                BYTES_PER_VALUE * ElementCounts.count(shape),
                                "Reading '" + name + "' (" + ElementCounts.text(shape) + ")",
                                "write fewer trials or neurons to the file");
                return read.get();
            };
        }

        /** Distance in {@code values} between neighbours along every axis. */
        public int[] strides() {
            int[] strides = new int[shape.length];
            int stride = 1;
            for (int i = 0; i < shape.length; i++) {
                int axis = columnMajor ? i : shape.length - 1 - i;
                strides[axis] = stride;
                stride *= shape[axis];
            }
            return strides;
        }
    }

    /** Words, in storage order. */
    record Text(String name, int[] shape, Supplier<List<String>> words) implements Variable {
        @Override
        public String type() {
            return "text";
        }
    }

    /** An array whose elements are variables themselves, in storage order; a struct array's field is one too. */
    record Cell(String name, int[] shape, boolean columnMajor, Supplier<List<Variable>> elements) implements Variable {
        @Override
        public String type() {
            return "cell";
        }
    }

    /** Fields by name; of a struct array, every field is a {@link Cell} with one element per struct. */
    record Struct(String name, int[] shape, Supplier<Map<String, Variable>> fields) implements Variable {
        @Override
        public String type() {
            return "struct";
        }
    }

    /** A variable that cannot be used.
     *
     * @param why the rest of a sentence that begins with the variable's name, saying what to do
     */
    record Unreadable(String name, int[] shape, String type, String why) implements Variable {}

    /** Number of elements, which {@link ElementCounts#checked} has bounded. */
    default int size() {
        return (int) ElementCounts.count(shape());
    }
}
