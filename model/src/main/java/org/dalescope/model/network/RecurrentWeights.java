package org.dalescope.model.network;

import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.settings.RecurrentKind;

/**
 * Computes the recurrent weights W of a network from raw parameters: W = |V| sign(column) (1 - I) with Dale's law, and
 * W = V (1 - I) without (docs/science.md section 2). V is raw, or the low-rank product U1 U2^T. For a low-rank V,
 * Dale's law uses the magnitudes of the factors ({@code factors}, which keeps the rank) or of the product ({@code
 * product}, which does not). The column of a unit of unknown type has no sign: it is V, as without Dale's law.
 */
final class RecurrentWeights {
    private final UnitMap units;
    private final ParameterLayout layout;
    private final RecurrentKind kind;
    private final boolean dale;
    private final int n;

    RecurrentWeights(NetworkSpec spec, ParameterLayout layout) {
        this.units = spec.units();
        this.layout = layout;
        this.kind = spec.settings().recurrent().kind();
        this.dale = spec.settings().dale();
        this.n = units.units();
    }

    /** The weights W, {@code [to][from]}. */
    double[] of(double[] raw) {
        if (kind == RecurrentKind.NONE) {
            return new double[n * n];
        }
        double[] v = v(raw);
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                int i = to * n + from;
                v[i] = to == from ? 0 : isSigned(from) ? units.sign(from) * Math.abs(v[i]) : v[i];
            }
        }
        return v;
    }

    /** The factors U1 and U2 whose product is V; empty if every weight is a parameter. */
    Optional<LowRank> factors(double[] raw) {
        if (!kind.isLowRank()) {
            return Optional.empty();
        }
        double[] to = part(raw, Name.FACTOR_TO);
        double[] from = part(raw, Name.FACTOR_FROM);
        if (kind == RecurrentKind.LOW_RANK_FACTORS && dale) {
            int rank = from.length / n;
            Arrays.setAll(to, i -> Math.abs(to[i]));
            Arrays.setAll(from, i -> isSigned(i / rank) ? Math.abs(from[i]) : from[i]);
        }
        return Optional.of(new LowRank(to.length / n, to, from));
    }

    /** Adds the gradient with respect to the raw parameters, given the gradient with respect to W. */
    void pullBack(double[] raw, double[] gradient, double[] result) {
        if (kind == RecurrentKind.NONE) {
            return;
        }
        double[] v = v(raw);
        double[] byV = new double[v.length];
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                int i = to * n + from;
                byV[i] = to == from ? 0 : gradient[i] * (isSigned(from) ? units.sign(from) * Math.signum(v[i]) : 1);
            }
        }
        Optional<LowRank> factors = factors(raw);
        if (factors.isPresent()) {
            pullBack(raw, factors.get(), byV, result);
        } else {
            add(byV, result, layout.block(Name.RECURRENT).orElseThrow());
        }
    }

    private void pullBack(double[] raw, LowRank factors, double[] byV, double[] result) {
        Block toBlock = layout.block(Name.FACTOR_TO).orElseThrow();
        Block fromBlock = layout.block(Name.FACTOR_FROM).orElseThrow();
        int rank = factors.rank();
        double[] byTo = new double[n * rank];
        double[] byFrom = new double[n * rank];
        for (int to = 0; to < n; to++) {
            for (int from = 0; from < n; from++) {
                double slope = byV[to * n + from];
                for (int k = 0; k < rank; k++) {
                    byTo[to * rank + k] += slope * factors.u2()[from * rank + k];
                    byFrom[from * rank + k] += slope * factors.u1()[to * rank + k];
                }
            }
        }
        if (kind == RecurrentKind.LOW_RANK_FACTORS && dale) {
            Arrays.setAll(byTo, i -> byTo[i] * Math.signum(raw[toBlock.offset() + i]));
            Arrays.setAll(
                    byFrom, i -> isSigned(i / rank) ? byFrom[i] * Math.signum(raw[fromBlock.offset() + i]) : byFrom[i]);
        }
        add(byTo, result, toBlock);
        add(byFrom, result, fromBlock);
    }

    /** Whether Dale's law gives the weights that leave a unit a sign. */
    private boolean isSigned(int unit) {
        return dale && units.sign(unit) != 0;
    }

    private double[] v(double[] raw) {
        return factors(raw).map(factors -> factors.product(n)).orElseGet(() -> part(raw, Name.RECURRENT));
    }

    private double[] part(double[] raw, Name name) {
        Block block = layout.block(name).orElseThrow();
        return Arrays.copyOfRange(raw, block.offset(), block.offset() + block.length());
    }

    private static void add(double[] from, double[] to, Block block) {
        for (int i = 0; i < from.length; i++) {
            to[block.offset() + i] += from[i];
        }
    }
}
