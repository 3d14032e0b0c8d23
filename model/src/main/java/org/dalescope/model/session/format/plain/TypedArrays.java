package org.dalescope.model.session.format.plain;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.io.NamedArray;

/** The named arrays of a plain export, read as the requested types. */
record TypedArrays(Map<String, NamedArray> arrays) {
    double[] doubles(String name) throws IOException {
        return array(name).doubles();
    }

    int[] ints(String name) throws IOException {
        return Arrays.stream(doubles(name)).mapToInt(value -> (int) value).toArray();
    }

    float[] floats(String name) throws IOException {
        if (array(name).values() instanceof NamedArray.Values.Floats floats) {
            return floats.data();
        }
        double[] values = doubles(name);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    List<String> words(String name) throws IOException {
        return array(name).texts();
    }

    private NamedArray array(String name) throws IOException {
        NamedArray array = arrays.get(name);
        if (array == null) {
            throw new IOException("the array '" + name + "' is missing");
        }
        return array;
    }
}
