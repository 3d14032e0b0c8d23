package org.dalescope.model.session.format.container;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.InputError;

/** Converts the objects that jhdf returns for variables of HDF5 containers to numbers and words. */
final class Hdf5Values {
    private Hdf5Values() {}

    /**
     * Numbers of any type in storage order.
     *
     * @throws InputError if one of them is not a number
     */
    static double[] doubles(String name, Object data) {
        return switch (data) {
            case double[] d -> d;
            case float[] f -> {
                double[] wide = new double[f.length];
                for (int i = 0; i < f.length; i++) {
                    wide[i] = f[i];
                }
                yield wide;
            }
            case int[] i -> Arrays.stream(i).asDoubleStream().toArray();
            default -> {
                List<Object> flat = new ArrayList<>();
                flatten(data, flat);
                double[] wide = new double[flat.size()];
                for (int i = 0; i < wide.length; i++) {
                    wide[i] = number(name, flat.get(i));
                }
                yield wide;
            }
        };
    }

    static List<String> words(Object data) {
        List<Object> flat = new ArrayList<>();
        flatten(data, flat);
        return flat.stream().map(String::valueOf).toList();
    }

    static boolean isText(Object data) {
        return data instanceof String || data instanceof String[];
    }

    static boolean isNumeric(Object data) {
        return data instanceof Number
                || data instanceof Boolean
                || (data.getClass().isArray()
                        && data.getClass().getComponentType().isPrimitive());
    }

    private static double number(String name, Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case Character character -> character;
            case String word when word.equalsIgnoreCase("true") -> 1;
            case String word when word.equalsIgnoreCase("false") -> 0;
            default ->
                throw new InputError("'" + name + "' contains '" + value + "' instead of a number: check the export.");
        };
    }

    private static void flatten(Object data, List<Object> flat) {
        if (!data.getClass().isArray()) {
            flat.add(data);
            return;
        }
        int length = Array.getLength(data);
        for (int i = 0; i < length; i++) {
            flatten(Array.get(data, i), flat);
        }
    }
}
