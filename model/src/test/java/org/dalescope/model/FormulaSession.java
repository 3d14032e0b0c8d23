package org.dalescope.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/**
 * A session made by formulas, with known faults; {@code reference/screening.py} among the test resources makes the same in
 * NumPy. Neuron 31 drifts, 9 is neuron 7 again but for one spike, trial 130 is trial 110 again, trial 120 is an artefact,
 * inputs a, b and c add up to 1, d is a again, e is constant.
 */
public final class FormulaSession {
    public static final int TRIALS = 48;
    public static final int BINS = 12;
    public static final int NEURONS = 4;
    /** The id of the first trial; ids are not positions here. */
    public static final int FIRST_TRIAL = 100;

    private FormulaSession() {}

    public static Session session() {
        return session(NeuronType.INHIBITORY);
    }

    /**
     * The session.
     *
     * @param last type of neuron 9
     */
    public static Session session(NeuronType last) {
        return new Session(
                "formula",
                new SessionSource(Path.of("formula"), "test", ""),
                new TimeAxis(25, -37.5, BINS, "start"),
                List.of(
                        new Neuron(7, NeuronType.EXCITATORY, "SC"),
                        new Neuron(31, NeuronType.EXCITATORY, "SC"),
                        new Neuron(12, NeuronType.INHIBITORY, "SC"),
                        new Neuron(9, last, "SC")),
                IntStream.range(0, 6)
                        .mapToObj(k -> Channel.event(String.valueOf((char) ('a' + k))))
                        .toList(),
                List.of(factor("location", t -> t % 3), factor("reward", t -> t % 3 == 0 ? 1 : t % 2)),
                IntStream.range(0, TRIALS).map(t -> FIRST_TRIAL + t).toArray(),
                IntStream.range(0, TRIALS).mapToDouble(t -> 25.0 * (8 + t % 5)).toArray(),
                rates(),
                inputs());
    }

    private static Factor factor(String name, java.util.function.IntToDoubleFunction value) {
        double[] values = IntStream.range(0, TRIALS).mapToDouble(value).toArray();
        return new Factor(name, Factor.Kind.CATEGORICAL, values, Double.NaN, Map.of());
    }

    private static double count(int t, int b, int n) {
        int source = n == 3 ? 0 : n;
        double base = Math.floor(3 * Math.abs(Math.sin(0.9 * t + 0.013 * t * t + 0.5 * b * (source + 1) + source)));
        return base + (n == 1 ? t / 12 : 0) + (n == 3 && t == 5 && b == 2 ? 1 : 0) + (t == 20 ? 30 : 0);
    }

    private static float[] rates() {
        float[] rates = new float[TRIALS * BINS * NEURONS];
        for (int i = 0; i < rates.length; i++) {
            int trial = i / NEURONS / BINS;
            rates[i] = (float) (40 * count(trial == 30 ? 10 : trial, i / NEURONS % BINS, i % NEURONS));
        }
        return rates;
    }

    private static float[] inputs() {
        float[] inputs = new float[TRIALS * BINS * 6];
        for (int row = 0; row < TRIALS * BINS; row++) {
            int trial = row / BINS;
            int bin = row % BINS;
            inputs[row * 6 + (trial + bin / 4) % 3] = 1;
            inputs[row * 6 + 3] = 2 - 3 * inputs[row * 6];
            inputs[row * 6 + 4] = 1;
            inputs[row * 6 + 5] = (float) Math.sin(row);
        }
        return inputs;
    }
}
