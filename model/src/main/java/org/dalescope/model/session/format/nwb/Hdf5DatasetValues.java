package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.container.Hdf5Chunks;

/**
 * Reads the values of an NWB file's HDF5 datasets as numbers or words; their number is checked before memory is
 * allocated.
 */
final class Hdf5DatasetValues {
    /** The most values that are read at once: more rows than any table of a session has. */
    static final long MOST_VALUES = 1L << 24;

    /**
     * Gzip compresses at most 1032 bytes into one, and only chunks are compressed: a dataset that claims more is
     * damaged.
     */
    private static final long BEST_PACKING = 1100;

    private Hdf5DatasetValues() {}

    /**
     * Number of values.
     *
     * @throws InputError if a damaged header claims more values than are possible
     */
    static long size(Dataset dataset) {
        long size = 1;
        for (long dimension : dataset.getDimensionsAsLong()) {
            if (dimension < 0 || (dimension > 0 && size > (1L << 40) / dimension)) {
                throw new InputError(dataset.getPath()
                        + " claims more values than any file can hold: the file is damaged; copy it again.");
            }
            size *= dimension;
        }
        long packing = dataset instanceof ChunkedDataset ? BEST_PACKING : 1;
        if (size * dataset.getDataType().getSize()
                > packing * dataset.getHdfFile().size()) {
            throw new InputError(dataset.getPath() + " claims " + size
                    + " values, more than its file can hold: the file is damaged; copy it again.");
        }
        Hdf5Chunks.check(dataset);
        return size;
    }

    /** All values as numbers in the order of the file; boolean values are 0 and 1. */
    static double[] numbers(Dataset dataset) {
        return numbers(whole(dataset), dataset.getPath());
    }

    /** Some rows of a dataset with one or two axes as numbers, row by row; of two axes, the first columns. */
    static double[] numbers(Dataset dataset, long fromRow, int rows, int columns) {
        Object slice = dataset.getDimensionsAsLong().length == 1
                ? dataset.getData(new long[] {fromRow}, new int[] {rows})
                : dataset.getData(new long[] {fromRow, 0}, new int[] {rows, columns});
        return numbers(slice, dataset.getPath());
    }

    /** Some whole rows of a dataset with any number of axes as numbers, row by row. */
    static double[] numbers(Dataset dataset, long fromRow, int rows) {
        int[] lengths = dataset.getDimensions();
        long[] from = new long[lengths.length];
        from[0] = fromRow;
        lengths[0] = rows;
        return numbers(dataset.getData(from, lengths), dataset.getPath());
    }

    /** All values as words. */
    static String[] words(Dataset dataset) {
        Object data = whole(dataset);
        if (data instanceof String[] words) {
            return words;
        }
        return data instanceof String word ? new String[] {word} : new String[0];
    }

    static boolean isText(Dataset dataset) {
        return dataset.getJavaType() == String.class;
    }

    static boolean isNumeric(Dataset dataset) {
        Class<?> type = dataset.getJavaType();
        return type.isPrimitive() || Number.class.isAssignableFrom(type);
    }

    private static Object whole(Dataset dataset) {
        long size = size(dataset);
        if (size > MOST_VALUES) {
            throw new InputError(dataset.getPath() + " claims " + size
                    + " values, more than any table of a session has: the file is damaged; copy it again.");
        }
        if (size == 0 || dataset.isEmpty()) {
            return new double[0];
        }
        Object data = dataset.getData();
        return data == null ? new double[0] : data;
    }

    private static double[] numbers(Object data, String path) {
        return switch (data) {
            case double[] d -> d;
            case float[] f -> widen(f);
            case int[] i -> Arrays.stream(i).asDoubleStream().toArray();
            case long[] l -> Arrays.stream(l).asDoubleStream().toArray();
            case Number number -> new double[] {number.doubleValue()};
            case String[] words ->
                Arrays.stream(words).mapToDouble(w -> truth(w, path)).toArray();
            case String word -> new double[] {truth(word, path)};
            case Object array when array.getClass().isArray() -> joined(array, path);
            default -> throw notNumeric(path);
        };
    }

    /** Joins the values of arrays of short integers and of arrays with several axes. */
    private static double[] joined(Object array, String path) {
        int length = Array.getLength(array);
        double[][] parts = new double[length][];
        int total = 0;
        for (int i = 0; i < length; i++) {
            parts[i] = numbers(Array.get(array, i), path);
            total += parts[i].length;
        }
        double[] all = new double[total];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static double truth(String word, String path) {
        return switch (word) {
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> throw notNumeric(path);
        };
    }

    private static InputError notNumeric(String path) {
        return new InputError(path + " does not hold numbers: check how the file was written.");
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
