package org.dalescope.model.common.io;

import java.util.Arrays;
import java.util.List;

/** A named array of numbers or words, as npz and MATLAB files hold it, in row-major order (last index fastest). */
public record NamedArray(String name, int[] shape, Values values) {

    /** The elements, in the type that the file stores. */
    public sealed interface Values {
        /** 64-bit floats. */
        record Doubles(double[] data) implements Values {}

        /** 32-bit floats. */
        record Floats(float[] data) implements Values {}

        /** 32-bit integers. */
        record Ints(int[] data) implements Values {}

        /** 16-bit integers, 0 to 65535. */
        record Shorts(short[] data) implements Values {}

        /** Bytes, 0 to 255. */
        record Bytes(byte[] data) implements Values {}

        /** Words. */
        record Texts(List<String> data) implements Values {}
    }

    public static NamedArray of(String name, double[] data, int... shape) {
        return new NamedArray(name, shape.length == 0 ? new int[] {data.length} : shape, new Values.Doubles(data));
    }

    public static NamedArray of(String name, float[] data, int... shape) {
        return new NamedArray(name, shape, new Values.Floats(data));
    }

    public static NamedArray of(String name, int[] data) {
        return new NamedArray(name, new int[] {data.length}, new Values.Ints(data));
    }

    public static NamedArray of(String name, byte[] data, int... shape) {
        return new NamedArray(name, shape, new Values.Bytes(data));
    }

    public static NamedArray of(String name, short[] data, int... shape) {
        return new NamedArray(name, shape, new Values.Shorts(data));
    }

    /** A one-dimensional array of words. */
    public static NamedArray of(String name, List<String> data) {
        return new NamedArray(name, new int[] {data.size()}, new Values.Texts(data));
    }

    /** The words. */
    public List<String> texts() {
        return switch (values) {
            case Values.Texts t -> t.data();
            default -> throw new IllegalArgumentException(name + " is made of numbers");
        };
    }

    /** The numbers as 64-bit floats, whatever type the file stores. */
    public double[] doubles() {
        return switch (values) {
            case Values.Doubles d -> d.data();
            case Values.Floats f -> {
                double[] wide = new double[f.data().length];
                Arrays.setAll(wide, i -> f.data()[i]);
                yield wide;
            }
            case Values.Ints ints -> Arrays.stream(ints.data()).asDoubleStream().toArray();
            case Values.Shorts shorts -> {
                double[] wide = new double[shorts.data().length];
                Arrays.setAll(wide, i -> shorts.data()[i] & 0xffff);
                yield wide;
            }
            case Values.Bytes b -> {
                double[] wide = new double[b.data().length];
                Arrays.setAll(wide, i -> b.data()[i] & 0xff);
                yield wide;
            }
            case Values.Texts t -> throw new IllegalArgumentException(name + " is made of words");
        };
    }

    /** The numbers as integers. */
    public int[] ints() {
        return switch (values) {
            case Values.Ints ints -> ints.data();
            default -> Arrays.stream(doubles()).mapToInt(d -> (int) d).toArray();
        };
    }
}
