package org.dalescope.app.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.math.random.CounterRandom;

/** Files of arrays as laboratories have them, for the pictures. */
final class ExampleArrays {
    private static final int TRIALS = 120;
    private static final int BINS = 60;
    private static final int[] TYPES = {1, 1, 2, 1, 1, 2, 1, 1, 3, 1, 2, 1};
    private static final int MANY = 200;

    private ExampleArrays() {}

    /** Counts, an input, labels and cell types under telling names. */
    static void write(Path file) {
        write(file, TYPES);
    }

    /** The same of two hundred neurons, a fifth of them I. */
    static void writeMany(Path file) {
        int[] types = new int[MANY];
        Arrays.setAll(types, neuron -> neuron % 5 == 4 ? 2 : 1);
        write(file, types);
    }

    private static void write(Path file, int[] types) {
        byte[] counts = new byte[TRIALS * BINS * types.length];
        CounterRandom random = new CounterRandom(1);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) Math.floor(4 * random.uniform(i) * random.uniform(counts.length + i));
        }
        byte[] light = new byte[TRIALS * BINS];
        int[] choice = new int[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            choice[trial] = trial % 2;
            Arrays.fill(light, trial * BINS + 20, trial * BINS + 40, (byte) 1);
        }
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, TRIALS, BINS, types.length),
                        NamedArray.of("light", light, TRIALS, BINS),
                        NamedArray.of("choice", choice),
                        NamedArray.of("cell_type", types),
                        NamedArray.of("dt", new double[] {0.02})));
    }

    /** A table that could be anything. */
    static void writeTable(Path file) {
        NpzFile.write(file, List.of(NamedArray.of("table", new double[TRIALS * BINS], TRIALS, BINS)));
    }
}
