package org.dalescope.model.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;

/**
 * The part of a network's raw parameters that belongs to the read-out. Raw weights are per unit of softplus,
 * independent of the rates: W_out = raw / gain. A step of Adam therefore has the same effect on the read-outs of
 * neurons of 0.3 and of 30 sp/s, and a change of a gain does not change y.
 */
final class ReadOutParameters {
    /** The generator after those of W, W_in and the embedding. */
    private static final int GENERATOR = 5;

    private static final double START = 0.1;

    private final List<String> targets;
    private final int units;
    private final int excitatory;
    private final ParameterLayout layout;

    ReadOutParameters(NetworkSpec spec, ParameterLayout layout) {
        this.targets = spec.targets();
        this.units = spec.units().units();
        this.excitatory = spec.units().excitatory();
        this.layout = layout;
    }

    Optional<ReadOut> of(double[] raw, double[] gains) {
        return layout.block(Name.READ_OUT).map(block -> {
            double[] weights = new double[targets.size() * units];
            for (int target = 0; target < targets.size(); target++) {
                for (int unit = 0; unit < excitatory; unit++) {
                    weights[target * units + unit] = raw[at(block, target, unit)] / gains[unit];
                }
            }
            Block bias = layout.block(Name.READ_OUT_BIAS).orElseThrow();
            return new ReadOut(targets, weights, Arrays.copyOfRange(raw, bias.offset(), bias.offset() + bias.length()));
        });
    }

    /**
     * Adds the gradient with respect to the raw parameters.
     *
     * @param gradient with respect to W_out and b_out; empty for a loss that does not use the read-out
     * @param byGain gradient with respect to the units' gains while W_out is constant
     * @return the gradient with respect to the gains while the raw weights are constant
     */
    double[] pullBack(double[] raw, double[] gains, double[] gradient, double[] byGain, double[] result) {
        if (gradient.length == 0) {
            return byGain;
        }
        double[] through = byGain.clone();
        Block block = layout.block(Name.READ_OUT).orElseThrow();
        for (int target = 0; target < targets.size(); target++) {
            for (int unit = 0; unit < excitatory; unit++) {
                int index = at(block, target, unit);
                double byRaw = gradient[target * units + unit] / gains[unit];
                result[index] += byRaw;
                through[unit] -= byRaw * raw[index] / gains[unit];
            }
        }
        Block bias = layout.block(Name.READ_OUT_BIAS).orElseThrow();
        for (int target = 0; target < bias.length(); target++) {
            result[bias.offset() + target] += gradient[targets.size() * units + target];
        }
        return through;
    }

    /**
     * Draws small weights, so that the first steps follow the other losses almost as without a read-out; b_out starts
     * at 0.
     */
    static void start(ParameterLayout layout, int excitatory, CounterRandom random, double[] raw) {
        layout.block(Name.READ_OUT).ifPresent(block -> {
            CounterRandom own = random.at(GENERATOR);
            for (int i = 0; i < block.length(); i++) {
                raw[block.offset() + i] = START / Math.sqrt(excitatory) * (2 * own.uniform(i) - 1);
            }
        });
    }

    private int at(Block block, int target, int unit) {
        return block.offset() + target * excitatory + unit;
    }
}
