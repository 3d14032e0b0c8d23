package org.dalescope.model.analysis.connectivity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.network.Network;

/** Measures of how evenly the recurrent weights are distributed. */
final class WeightSpread {
    private WeightSpread() {}

    /** The magnitudes |w| for all pairs of different units. */
    static double[] magnitudes(Network network) {
        int n = network.size();
        return IntStream.range(0, n * n)
                .filter(i -> i / n != i % n)
                .mapToDouble(i -> Math.abs(network.w()[i]))
                .toArray();
    }

    /**
     * The Gini coefficient sum (2 i - n - 1) v_i / (n sum v) of the sorted values: 0 if all are equal, (n - 1) / n if
     * only one differs from 0.
     */
    static double gini(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int n = sorted.length;
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weighted += (2.0 * (i + 1) - n - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum > 0 ? weighted / (n * sum) : Double.NaN;
    }

    /** The participation ratio (sum |w|)^2 / sum w^2 of the outgoing weights of a unit; NaN if it has none. */
    static double effectiveTargets(Network network, int from) {
        int n = network.size();
        double sum = 0;
        double squares = 0;
        for (int to = 0; to < n; to++) {
            double w = network.w()[to * n + from];
            sum += Math.abs(w);
            squares += w * w;
        }
        return squares > 0 ? sum * sum / squares : Double.NaN;
    }

    /** The mean participation ratio over the units of a type that have outgoing weights. */
    static double effectiveTargets(Network network, boolean excitatory) {
        return IntStream.range(0, network.size())
                .filter(unit -> network.units().isExcitatory(unit) == excitatory)
                .mapToDouble(unit -> effectiveTargets(network, unit))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** The sum of a unit's incoming weights from one type. */
    static double incoming(Network network, int to, boolean excitatory) {
        int n = network.size();
        double sum = 0;
        for (int from = 0; from < n; from++) {
            sum += network.units().isExcitatory(from) == excitatory ? network.w()[to * n + from] : 0;
        }
        return sum;
    }
}
