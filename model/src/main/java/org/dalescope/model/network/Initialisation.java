package org.dalescope.model.network;

import java.util.Arrays;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.network.ParameterLayout.Name;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Start values of all network parameters (docs/science.md sections 2 and 6). */
public final class Initialisation {
    /** The softplus of this value is 1, so that rates start at the gains. */
    private static final double SOFTPLUS_ONE = Math.log(Math.E - 1);

    private static final double GAMMA_SCALE = 0.05;
    private static final double LOWEST_RATE = 0.1;

    private Initialisation() {}

    /**
     * The start values.
     *
     * @param meanRates mean rates of the recorded neurons over the training trials, sp/s, in the session's order
     */
    public static double[] of(Parameterisation parameterisation, double[] meanRates, long seed) {
        NetworkSpec spec = parameterisation.spec();
        ParameterLayout layout = parameterisation.layout();
        CounterRandom random = CounterRandom.of(seed, Stream.INITIALISATION);
        double[] raw = new double[layout.length()];
        switch (spec.settings().recurrent().kind()) {
            case FULL -> put(recurrent(spec, random.at(0)), raw, layout, Name.RECURRENT);
            case LOW_RANK_FACTORS, LOW_RANK_PRODUCT -> {
                LowRank factors = LowRankInitialisation.of(parameterisation, random.at(0));
                put(factors.u1(), raw, layout, Name.FACTOR_TO);
                put(factors.u2(), raw, layout, Name.FACTOR_FROM);
            }
            case NONE -> {}
        }
        layout.block(Name.INPUT).ifPresent(block -> {
            CounterRandom input = random.at(1);
            for (int i = 0; i < block.length(); i++) {
                raw[block.offset() + i] = spec.settings().inputScale() * (2 * input.uniform(i) - 1);
            }
        });
        EmbeddingInitialisation.put(spec, layout, random, raw);
        ReadOutParameters.start(layout, spec.units().excitatory(), random, raw);
        layout.block(Name.BIAS)
                .ifPresent(block -> Arrays.fill(raw, block.offset(), block.offset() + block.length(), SOFTPLUS_ONE));
        layout.block(Name.INITIAL_STATE)
                .ifPresent(block -> Arrays.fill(raw, block.offset(), block.offset() + block.length(), SOFTPLUS_ONE));
        layout.block(Name.LOG_GAIN).ifPresent(block -> {
            for (int i = 0; i < block.length(); i++) {
                raw[block.offset() + i] = Math.log(Math.max(meanRates[i], LOWEST_RATE));
            }
        });
        layout.block(Name.LOG_TAU).ifPresent(block -> {
            TauTransform map = TauTransform.of(spec.settings().tau());
            for (int unit = 0; unit < spec.units().units(); unit++) {
                int index = block.length() == 2 ? (spec.units().isInhibitory(unit) ? 1 : 0) : unit;
                raw[block.offset() + index] = map.raw(spec.initialTau(unit));
            }
        });
        return raw;
    }

    private static void put(double[] values, double[] raw, ParameterLayout layout, Name name) {
        System.arraycopy(values, 0, raw, layout.block(name).orElseThrow().offset(), values.length);
    }

    /**
     * Draws |V| ~ Gamma(2, 0.05), balances the rows so that E and I input sums match, and scales to the spectral
     * radius. Without Dale's law, V is the same matrix with its signs, so that both kinds of network start from the
     * same weights.
     */
    private static double[] recurrent(NetworkSpec spec, CounterRandom random) {
        int n = spec.units().units();
        int excitatory = spec.units().excitatory();
        int known = n - spec.units().unknown();
        double[] v = new double[n * n];
        for (int i = 0; i < v.length; i++) {
            v[i] = -GAMMA_SCALE * Math.log(random.uniform(2L * i) * random.uniform(2L * i + 1));
        }
        for (int to = 0; to < n; to++) {
            v[to * n + to] = 0;
            double e = Arrays.stream(v, to * n, to * n + excitatory).sum();
            double i = Arrays.stream(v, to * n + excitatory, to * n + known).sum();
            for (int from = excitatory; from < known && e > 0; from++) {
                v[to * n + from] *= i > 0 ? e / i : 1;
            }
        }
        double[] signed = new double[n * n];
        Arrays.setAll(signed, i -> v[i] * startSign(spec.units(), i % n));
        double radius = spectralRadius(signed, n);
        double scale = radius > 0 ? spec.settings().spectralRadius() / radius : 1;
        double[] start = new double[n * n];
        boolean dale = spec.settings().dale();
        Arrays.setAll(start, i -> (dale && spec.units().sign(i % n) != 0 ? v[i] : signed[i]) * scale);
        return start;
    }

    /** Units of unknown type start with alternating signs, so that neither excitation nor inhibition prevails. */
    private static int startSign(UnitMap units, int unit) {
        return units.sign(unit) != 0 ? units.sign(unit) : unit % 2 == 0 ? 1 : -1;
    }

    /** The largest absolute eigenvalue of a square matrix, row-major. */
    public static double spectralRadius(double[] matrix, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
        if (!eigen.decompose(new DMatrixRMaj(n, n, true, matrix.clone()))) {
            throw new IllegalStateException("eigenvalues did not converge");
        }
        double radius = 0;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            radius = Math.max(radius, value.getMagnitude());
        }
        return radius;
    }
}
