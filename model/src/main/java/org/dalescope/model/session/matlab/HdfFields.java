package org.dalescope.model.session.matlab;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dalescope.model.Refusal;

/** Named numeric fields of an HDF5 file with their shape checked, each failure as one sentence. */
final class HdfFields {
    /** More elements than any session has; a damaged header must not make us allocate the machine away. */
    private static final long MOST_ELEMENTS = 1L << 28;

    private final HdfFile file;
    private final Path path;

    HdfFields(HdfFile file, Path path) {
        this.file = file;
        this.path = path;
    }

    boolean has(String name) {
        return file.getChildren().containsKey(name);
    }

    /** All values of a field that must have this shape; a shape of -1 is free. */
    double[] numbers(String name, int... shape) {
        Dataset dataset = dataset(name);
        int[] dimensions = dataset.getDimensions();
        if (!fits(dimensions, shape)) {
            throw new Refusal(path + ": field '" + name + "' has shape " + text(dimensions) + " where " + text(shape)
                    + " is expected (HDF5 order: trials x bins x neurons); check the export.");
        }
        Object flat = data(name, dataset);
        return switch (flat) {
            case double[] d -> d;
            case float[] f -> widen(f);
            case int[] i -> Arrays.stream(i).asDoubleStream().toArray();
            case long[] l -> Arrays.stream(l).asDoubleStream().toArray();
            default ->
                throw new Refusal(path + ": field '" + name + "' is not numeric ("
                        + dataset.getJavaType().getSimpleName() + "); check the export.");
        };
    }

    /** Shape of a field in HDF5 order. */
    int[] shape(String name) {
        return dataset(name).getDimensions();
    }

    /** A field of any shape that must hold this many numbers. */
    double[] vector(String name, int length) {
        int[] dimensions = shape(name);
        double[] values = numbers(name, dimensions);
        if (values.length != length) {
            throw new Refusal(path + ": field '" + name + "' holds " + values.length + " values where " + length
                    + " are expected; check the export.");
        }
        return values;
    }

    double scalar(String name) {
        return vector(name, 1)[0];
    }

    /** A MATLAB char array. */
    String characters(String name) {
        int[] dimensions = shape(name);
        StringBuilder text = new StringBuilder();
        for (double code : numbers(name, dimensions)) {
            text.append((char) code);
        }
        return text.toString();
    }

    private Dataset dataset(String name) {
        Node node = file.getChildren().get(name);
        if (node == null) {
            throw new Refusal(path + " has no field '" + name + "': it is not the laboratory's export, or the export is"
                    + " incomplete. It must hold firing_rates, neuron_type, bin_size_ms, time_axis, trial_duration_ms"
                    + " and the inputs.");
        }
        if (!(node instanceof Dataset dataset)) {
            throw new Refusal(path + ": '" + name + "' is a " + node.getType() + " where a numeric array is expected.");
        }
        long elements = 1;
        for (int dimension : dataset.getDimensions()) {
            elements = Math.multiplyExact(elements, (long) Math.max(dimension, 1));
            if (elements > MOST_ELEMENTS) {
                throw new Refusal(path + ": field '" + name + "' claims " + text(dataset.getDimensions())
                        + " values, more than any session has: the file is damaged.");
            }
        }
        return dataset;
    }

    private Object data(String name, Dataset dataset) {
        if (dataset.getSize() == 0 || dataset.isEmpty()) {
            throw new Refusal(path + ": field '" + name + "' is empty; check the export.");
        }
        return dataset.getDataFlat();
    }

    private static boolean fits(int[] dimensions, int[] shape) {
        if (dimensions.length != shape.length) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] >= 0 && shape[i] != dimensions[i]) {
                return false;
            }
        }
        return true;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static String text(int[] dimensions) {
        return Arrays.stream(dimensions)
                .mapToObj(d -> d < 0 ? "any" : Integer.toString(d))
                .collect(Collectors.joining(" x "));
    }
}
