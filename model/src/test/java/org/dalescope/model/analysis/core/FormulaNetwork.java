package org.dalescope.model.analysis.core;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;

/** A network of 3 E and 2 I units by formulas; {@code reference/analysis.py} among the test resources makes the same in NumPy. */
public final class FormulaNetwork {
    private static final int UNITS = 5;

    private FormulaNetwork() {}

    public static Network network() {
        double[] w = new double[UNITS * UNITS];
        for (int i = 0; i < w.length; i++) {
            int to = i / UNITS;
            int from = i % UNITS;
            w[i] = to == from ? 0 : (1 + (3 * to + 5 * from) % 7) / 10.0 * (from < 3 ? 1 : -1.5);
        }
        w[1] = 0.001;
        double[] tau = {60, 60, 60, 30, 30};
        return of(3, 2, w, Arrays.stream(tau).map(t -> 1 - Math.exp(-25 / t)).toArray());
    }

    /** Units without inputs, bias or names. */
    public static Network of(int excitatory, int inhibitory, double[] w, double[] alpha) {
        int n = alpha.length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        UnitMap map = new UnitMap(
                excitatory,
                inhibitory,
                IntStream.range(0, n).toArray(),
                IntStream.range(0, n).toArray());
        return new Network(map, 0, w, new double[0], new double[n], new double[n], ones, ones, alpha);
    }
}
