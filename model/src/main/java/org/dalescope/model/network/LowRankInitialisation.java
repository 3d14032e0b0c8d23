package org.dalescope.model.network;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.settings.RecurrentKind;

/**
 * Start values of low-rank recurrent factors: U ~ Gamma(2, 1) for {@code factors} (not negative, as Dale's law
 * requires) and U ~ N(0, 1) for {@code product}, as in the laboratory's plan. The inhibitory rows of U2 are scaled so
 * that excitation and inhibition match. Both factors are then scaled to the spectral radius.
 */
final class LowRankInitialisation {
    private LowRankInitialisation() {}

    static LowRank of(Parameterisation parameterisation, CounterRandom random) {
        NetworkSpec spec = parameterisation.spec();
        int n = spec.units().units();
        int rank = spec.settings().recurrent().rank();
        boolean positive = spec.settings().recurrent().kind() == RecurrentKind.LOW_RANK_FACTORS;
        double[] u1 = draw(n * rank, positive, random.at(0));
        double[] u2 = draw(n * rank, positive, random.at(1));
        balance(u2, spec.units(), rank);
        if (!spec.settings().dale()) {
            sign(u2, spec.units(), rank);
        }
        alternate(u2, spec.units(), rank);
        double radius = Initialisation.spectralRadius(weights(parameterisation, u1, u2), n);
        double scale = radius > 0 ? Math.sqrt(spec.settings().spectralRadius() / radius) : 1;
        Arrays.setAll(u1, i -> u1[i] * scale);
        Arrays.setAll(u2, i -> u2[i] * scale);
        return new LowRank(rank, u1, u2);
    }

    private static double[] draw(int length, boolean positive, CounterRandom random) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = positive
                    ? -Math.log(random.uniform(2L * i) * random.uniform(2L * i + 1))
                    : Math.sqrt(-2 * Math.log(random.uniform(2L * i)))
                            * Math.cos(2 * Math.PI * random.uniform(2L * i + 1));
        }
        return values;
    }

    /**
     * Balances each column of U2: the entries of I units sum to those of E units. Then the same holds in every row of
     * U1 U2^T.
     */
    private static void balance(double[] u2, UnitMap units, int rank) {
        for (int k = 0; k < rank; k++) {
            double e = 0;
            double i = 0;
            for (int unit = 0; unit < units.units(); unit++) {
                double size = Math.abs(u2[unit * rank + k]);
                e += units.isExcitatory(unit) ? size : 0;
                i += units.isInhibitory(unit) ? size : 0;
            }
            for (int unit = units.excitatory(); unit < units.excitatory() + units.inhibitory(); unit++) {
                u2[unit * rank + k] *= i > 0 && e > 0 ? e / i : 1;
            }
        }
    }

    /** Without Dale's law: the same matrix with its signs. */
    private static void sign(double[] u2, UnitMap units, int rank) {
        for (int i = units.excitatory() * rank; i < (units.excitatory() + units.inhibitory()) * rank; i++) {
            u2[i] = -u2[i];
        }
    }

    /** Every second unit of unknown type starts with the other sign, so that neither prevails. */
    private static void alternate(double[] u2, UnitMap units, int rank) {
        for (int unit = units.excitatory() + units.inhibitory(); unit < units.units(); unit++) {
            for (int k = 0; k < rank; k++) {
                u2[unit * rank + k] *= unit % 2 == 0 ? 1 : -1;
            }
        }
    }

    private static double[] weights(Parameterisation parameterisation, double[] u1, double[] u2) {
        ParameterLayout layout = parameterisation.layout();
        double[] raw = new double[layout.length()];
        System.arraycopy(u1, 0, raw, layout.block(Name.FACTOR_TO).orElseThrow().offset(), u1.length);
        System.arraycopy(
                u2, 0, raw, layout.block(Name.FACTOR_FROM).orElseThrow().offset(), u2.length);
        return parameterisation.weights(raw);
    }
}
