package org.dalescope.app.window;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.array.NamedArray;
import org.dalescope.model.array.Npz;
import org.dalescope.model.random.CounterRandom;

/** Files of arrays as laboratories have them, for the pictures. */
final class ExampleArrays {
    private static final int TRIALS = 120;
    private static final int BINS = 60;
    private static final int NEURONS = 12;

    private ExampleArrays() {}

    /** Counts, an input, labels and cell types under telling names. */
    static void write(Path file) {
        byte[] counts = new byte[TRIALS * BINS * NEURONS];
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
        Npz.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, TRIALS, BINS, NEURONS),
                        NamedArray.of("light", light, TRIALS, BINS),
                        NamedArray.of("choice", choice),
                        NamedArray.of("cell_type", new int[] {1, 1, 2, 1, 1, 2, 1, 1, 3, 1, 2, 1}),
                        NamedArray.of("dt", new double[] {0.02})));
    }

    /** A table that could be anything. */
    static void writeTable(Path file) {
        Npz.write(file, List.of(NamedArray.of("table", new double[TRIALS * BINS], TRIALS, BINS)));
    }
}
