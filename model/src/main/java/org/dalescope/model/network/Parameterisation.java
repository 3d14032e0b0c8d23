package org.dalescope.model.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.settings.LearnedTau;

/**
 * Converts the flat vector of raw parameters into a network, and gradients back.
 *
 * <p>{@link RecurrentWeights} computes W and {@link TauTransform} computes tau; gain = exp(raw). All are smooth maps
 * that cannot leave their bounds (docs/science.md section 2).
 */
public final class Parameterisation {
    private final NetworkSpec spec;
    private final ParameterLayout layout;
    private final RecurrentWeights recurrent;
    private final EmbeddingParameters embedding;
    private final ReadOutParameters readOut;

    public Parameterisation(NetworkSpec spec) {
        this.spec = spec;
        this.layout = ParameterLayout.of(spec);
        this.recurrent = new RecurrentWeights(spec, layout);
        this.embedding = new EmbeddingParameters(spec, layout);
        this.readOut = new ReadOutParameters(spec, layout);
    }

    public NetworkSpec spec() {
        return spec;
    }

    public ParameterLayout layout() {
        return layout;
    }

    /** The network of the raw parameters. */
    public Network network(double[] raw) {
        int n = spec.units().units();
        double[] tau = fill(n, unit -> tau(raw, unit));
        double[] gains = gains(raw, n);
        return new Network(
                spec.units(),
                spec.inputs(),
                recurrent.of(raw),
                inputWeights(raw),
                layout.block(Name.BIAS).map(block -> part(raw, block)).orElseGet(() -> new double[n]),
                layout.block(Name.INITIAL_STATE).map(block -> part(raw, block)).orElseGet(() -> new double[n]),
                gains,
                tau,
                fill(n, unit -> spec.alpha(tau[unit])),
                embedding.of(raw),
                readOut.of(raw, gains));
    }

    /** The gradient with respect to the raw parameters, given the gradient with respect to the network's numbers. */
    public double[] pullBack(double[] raw, NetworkGradient gradient) {
        double[] result = new double[layout.length()];
        int n = spec.units().units();
        recurrent.pullBack(raw, gradient.w(), result);
        copy(gradient.wIn(), result, Name.INPUT);
        layout.block(Name.INPUT)
                .ifPresent(block -> spec.inputMask().pullBack(raw, result, block.offset(), block.length()));
        copy(gradient.b(), result, Name.BIAS);
        copy(gradient.h0(), result, Name.INITIAL_STATE);
        embedding.pullBack(gradient.embedding(), result);
        double[] byGain = readOut.pullBack(raw, gains(raw, n), gradient.readOut(), gradient.gain(), result);
        layout.block(Name.LOG_GAIN).ifPresent(block -> pullBackGains(raw, byGain, result, block));
        layout.block(Name.LOG_TAU).ifPresent(block -> {
            TauTransform map = TauTransform.of(spec.settings().tau());
            for (int unit = 0; unit < n; unit++) {
                int index = block.offset() + tauIndex(unit);
                result[index] +=
                        gradient.alpha()[unit] * spec.alphaSlope(map.tauMs(raw[index])) * map.slopeMs(raw[index]);
            }
        });
        return result;
    }

    private double[] inputWeights(double[] raw) {
        double[] weights =
                layout.block(Name.INPUT).map(block -> part(raw, block)).orElseThrow();
        spec.inputMask().apply(weights);
        return weights;
    }

    /** The recurrent weights W, {@code [to][from]}. */
    double[] weights(double[] raw) {
        return recurrent.of(raw);
    }

    /** The factors of low-rank recurrent weights; empty if every weight is a parameter. */
    public Optional<LowRank> factors(double[] raw) {
        return recurrent.factors(raw);
    }

    /**
     * The gain of a recorded unit is its own parameter; hidden units have the geometric mean, to which every neuron
     * contributes.
     */
    private void pullBackGains(double[] raw, double[] gradient, double[] result, Block block) {
        double[] gains = gains(raw, gradient.length);
        double hidden = 0;
        for (int unit = 0; unit < gains.length; unit++) {
            hidden += gradient[unit] * gains[unit];
        }
        for (int unit : spec.units().recordedUnit()) {
            hidden -= gradient[unit] * gains[unit];
        }
        for (int neuron = 0; neuron < block.length(); neuron++) {
            int unit = spec.units().recordedUnit()[neuron];
            result[block.offset() + neuron] = gradient[unit] * gains[unit] + hidden / block.length();
        }
    }

    /** Hidden units have no data. They get the geometric mean of the recorded gains, for display only. */
    private double[] gains(double[] raw, int n) {
        double[] gains = new double[n];
        Arrays.fill(gains, 1);
        layout.block(Name.LOG_GAIN).ifPresent(block -> {
            double mean = Arrays.stream(part(raw, block)).average().orElse(0);
            Arrays.fill(gains, Math.exp(mean));
            for (int neuron = 0; neuron < block.length(); neuron++) {
                gains[spec.units().recordedUnit()[neuron]] = Math.exp(raw[block.offset() + neuron]);
            }
        });
        return gains;
    }

    private double tau(double[] raw, int unit) {
        return layout.block(Name.LOG_TAU)
                .map(block -> TauTransform.of(spec.settings().tau()).tauMs(raw[block.offset() + tauIndex(unit)]))
                .orElseGet(() -> spec.initialTau(unit));
    }

    private int tauIndex(int unit) {
        boolean perUnit = spec.settings().tau().learned() == LearnedTau.UNIT;
        return perUnit ? unit : spec.units().isInhibitory(unit) ? 1 : 0;
    }

    private void copy(double[] from, double[] to, Name name) {
        layout.block(name).ifPresent(block -> System.arraycopy(from, 0, to, block.offset(), block.length()));
    }

    private static double[] part(double[] raw, Block block) {
        return Arrays.copyOfRange(raw, block.offset(), block.offset() + block.length());
    }

    private static double[] fill(int n, IntToDoubleFunction value) {
        double[] filled = new double[n];
        Arrays.setAll(filled, value);
        return filled;
    }
}
