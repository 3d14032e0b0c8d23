package org.dalescope.model.engine.fused;

import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.math.simd.RowArithmetic;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;

/**
 * The fused engine's read-out of one block of trials: y = W_out r_E + b_out in the forward pass, and the derivatives
 * with respect to activities and W_out in the backward pass.
 */
final class BlockReadOut {
    private final Batch batch;
    private final Block block;
    private final int units;
    private final int excitatory;
    private final int targets;
    private final float[] weights;
    private final double[] bias;
    private final float[] row;
    private final float[] scratch = new float[VectorWidth.LENGTH];

    private BlockReadOut(Network network, ReadOut readOut, Batch batch, Block block) {
        this.batch = batch;
        this.block = block;
        this.units = network.size();
        this.excitatory = network.units().excitatory();
        this.targets = readOut.bias().length;
        this.bias = readOut.bias();
        this.row = new float[block.width()];
        this.weights = new float[targets * units];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (readOut.weights()[i] * network.gain()[i % units]);
        }
    }

    /** The read-out; empty if the plan does not include it or the network has none. */
    static Optional<BlockReadOut> of(StatisticsPlan plan, Network network, Batch batch, Block block) {
        return plan.output()
                ? network.readOut().map(readOut -> new BlockReadOut(network, readOut, batch, block))
                : Optional.empty();
    }

    /** Stores a bin's y in {@code [trial][bin][target]} of the whole batch. */
    void read(int bin, float[] activity, int from, double[] output) {
        int width = block.width();
        for (int target = 0; target < targets; target++) {
            Arrays.fill(row, 0);
            for (int unit = 0; unit < excitatory; unit++) {
                RowArithmetic.addScaled(activity, from + unit * width, weights[target * units + unit], row, 0, width);
            }
            for (int lane = 0; lane < block.trials(); lane++) {
                output[at(lane, bin, target)] = bias[target] + row[lane];
            }
        }
    }

    /** Adds d loss / d softplus(x) of a bin; {@code stride} is the distance between units. */
    void addSlope(int bin, double[] byOutput, float[] to, int at, int stride) {
        for (int target = 0; target < targets; target++) {
            copy(bin, byOutput, target);
            for (int unit = 0; unit < excitatory; unit++) {
                RowArithmetic.addScaled(row, 0, weights[target * units + unit], to, at + unit * stride, block.width());
            }
        }
    }

    /** Adds a bin's products with activity, {@code [target][unit]}, and then the sums for b_out. */
    void addProducts(int bin, double[] byOutput, float[] activity, int from, double[] sums) {
        int width = block.width();
        for (int target = 0; target < targets; target++) {
            copy(bin, byOutput, target);
            for (int unit = 0; unit < excitatory; unit++) {
                sums[target * units + unit] += RowArithmetic.dot(row, 0, activity, from + unit * width, width, scratch);
            }
            for (int lane = 0; lane < block.trials(); lane++) {
                sums[targets * units + target] += byOutput[at(lane, bin, target)];
            }
        }
    }

    private void copy(int bin, double[] byOutput, int target) {
        for (int lane = 0; lane < block.trials(); lane++) {
            row[lane] = (float) byOutput[at(lane, bin, target)];
        }
        Arrays.fill(row, block.trials(), row.length, 0);
    }

    private int at(int lane, int bin, int target) {
        return ((block.from() + lane) * batch.bins() + bin) * targets + target;
    }
}
