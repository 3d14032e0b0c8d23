package org.dalescope.model.analysis.connectivity;

import java.util.Arrays;
import java.util.Locale;
import org.dalescope.model.network.Network;

/**
 * A block of the recurrent weights: the weights from units of one type (E or I) to units of one type, without those
 * from a unit to itself.
 */
enum WeightBlock {
    E_TO_E(true, true),
    E_TO_I(true, false),
    I_TO_E(false, true),
    I_TO_I(false, false);

    /** Weights below this share of the mean magnitude count as near zero. */
    private static final double NEAR_ZERO = 0.05;

    private final boolean fromExcitatory;
    private final boolean toExcitatory;

    WeightBlock(boolean fromExcitatory, boolean toExcitatory) {
        this.fromExcitatory = fromExcitatory;
        this.toExcitatory = toExcitatory;
    }

    /** The block of a pair of units. */
    static WeightBlock of(boolean fromExcitatory, boolean toExcitatory) {
        return fromExcitatory ? (toExcitatory ? E_TO_E : E_TO_I) : toExcitatory ? I_TO_E : I_TO_I;
    }

    /** The first part of the names of its statistics. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return (fromExcitatory ? "E" : "I") + " -> " + (toExcitatory ? "E" : "I");
    }

    /** Summary statistics of a block; NaN if it has no weights. */
    record Summary(double mean, double sd, double sumPerTarget, double nearZero) {}

    Summary of(Network network) {
        int n = network.size();
        double limit = NEAR_ZERO
                * Arrays.stream(WeightSpread.magnitudes(network)).average().orElse(0);
        double sum = 0;
        double squares = 0;
        int count = 0;
        int targets = 0;
        int small = 0;
        for (int to = 0; to < n; to++) {
            if (network.units().isExcitatory(to) != toExcitatory) {
                continue;
            }
            targets++;
            for (int from = 0; from < n; from++) {
                if (from != to && network.units().isExcitatory(from) == fromExcitatory) {
                    double w = network.w()[to * n + from];
                    count++;
                    sum += w;
                    squares += w * w;
                    small += Math.abs(w) < limit || w == 0 ? 1 : 0;
                }
            }
        }
        if (count == 0) {
            return new Summary(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = sum / count;
        double sd = count < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - count * mean * mean) / (count - 1));
        return new Summary(mean, sd, sum / targets, (double) small / count);
    }
}
