package org.dalescope.model.engine.fused;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.RequestedGradients;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.engine.fused.BlockRecurrence.Activity;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.OuterProductSum;
import org.dalescope.model.math.simd.OuterProductSum.Operand;
import org.dalescope.model.math.simd.OuterProductSum.Packed;
import org.dalescope.model.math.simd.RowArithmetic;
import org.dalescope.model.math.simd.StripLayout;

/**
 * The adjoint of the recurrence for one block of trials of the fused engine. It goes back through the bins and computes
 * lambda_t = d loss / d x_t of all losses together, {@code [unit][loss][lane]}, so that weights and activities are
 * loaded once for all losses.
 *
 * <p>lambda_t = (A^T lambda_{t+1} + d loss / d softplus_t) slope_t + decay lambda_{t+1}. The products for the gradients
 * of the weights are collected over a few bins and then summed in register tiles.
 */
final class BlockAdjoint {
    /** The number of bins whose lambda is kept before it is added to the sums of the weights. */
    static final int CHUNK = BlockInputs.CHUNK;

    private final FusedWeights weights;
    private final Batch batch;
    private final Block block;
    private final BlockRecurrence recurrence;
    private final RateGradient rates;
    private final GradientSums sums;
    private final boolean timeConstants;
    private final Optional<BlockInputGradients> byInputs;
    private final FloatArrayPool pool;
    private final int losses;
    private final int wide;
    private final int slot;
    private final float[] lambda;
    private final float[] carried;
    private final StripLayout room;
    private final float[] slope;
    private final BlockInputs inputs;
    private final float[] state;
    private final float[] change;
    private final float[] packedLambda;
    private final float[] packedStates;
    private final float[] packedInputs;
    private final float[] gain;
    private final float[] alpha;

    BlockAdjoint(
            FusedWeights weights,
            Batch batch,
            StatisticsPlan plan,
            List<StatisticsGradient> perLoss,
            Block block,
            BlockRecurrence recurrence,
            GradientSums sums,
            RequestedGradients wanted,
            FloatArrayPool pool) {
        this.weights = weights;
        this.batch = batch;
        this.block = block;
        this.recurrence = recurrence;
        this.rates = new RateGradient(weights, batch, plan, perLoss, block);
        this.sums = sums;
        this.timeConstants = wanted.timeConstants();
        this.byInputs = wanted.inputs().map(inputs -> new BlockInputGradients(inputs, block));
        this.losses = perLoss.size();
        this.wide = losses * block.width();
        this.slot = weights.rows() * wide;
        this.pool = pool;
        this.lambda = pool.take((CHUNK + 1) * slot);
        this.carried = new float[slot];
        this.room = StripLayout.of(weights.units(), wide);
        this.slope = new float[weights.rows() * block.width()];
        this.inputs = new BlockInputs(batch, block);
        this.state = new float[wanted.timeConstants() ? weights.rows() * block.width() : 0];
        this.change = new float[state.length];
        int width = block.width();
        this.packedLambda = pool.take(OuterProductSum.packedLength(weights.units(), CHUNK, width));
        this.packedStates = pool.take(packedLambda.length);
        this.packedInputs = new float[OuterProductSum.packedLength(BlockInputs.rows(batch), CHUNK, width)];
        this.gain = new float[slot];
        this.alpha = new float[wanted.timeConstants() ? slot : 0];
    }

    /**
     * Goes back from bin {@code to} to bin {@code from}; the last bins come first.
     *
     * @param activity softplus(x) of these bins
     */
    void run(int from, int to, Activity activity) {
        int end = to;
        while (end > from) {
            int begin = Math.max(from, end - CHUNK);
            System.arraycopy(carried, 0, lambda, (end - begin) * slot, slot);
            for (int bin = end - 1; bin >= begin; bin--) {
                step(bin, (bin - begin) * slot, activity);
            }
            addProducts(begin, end - begin, activity);
            putInputGradients(begin, end - begin);
            System.arraycopy(lambda, 0, carried, 0, slot);
            end = begin;
        }
    }

    /** Adds the block's sums to those of its task, after bin 0. */
    void finish() {
        sums.add(gain, alpha, carried, block.width());
        pool.give(lambda);
        pool.give(packedLambda);
        pool.give(packedStates);
    }

    private void step(int bin, int at, Activity activity) {
        int later = at + slot;
        int width = block.width();
        int s = activity.at(bin);
        RowArithmetic.slope(activity.values(), s, slope, weights.units() * width);
        rates.set(bin, activity.values(), s, lambda, at);
        rates.addToReadOut(bin, activity.values(), s, sums);
        addGains(activity.values(), s, at);
        if (timeConstants) {
            addTimeConstants(bin, activity.values(), s, later);
        }
        weights.adjoint().step(lambda, at, later, slope, losses, width, room);
    }

    /** Adds the derivatives of the gains. They need d loss / d softplus before the recurrence adds to it. */
    private void addGains(float[] activity, int s, int at) {
        int width = block.width();
        for (int unit = 0; unit < weights.units(); unit++) {
            for (int loss = 0; loss < losses && rates.moves(unit); loss++) {
                int row = unit * wide + loss * width;
                RowArithmetic.addProduct(lambda, at + row, activity, s + unit * width, gain, row, width);
            }
        }
    }

    /**
     * Adds the derivatives of alpha, with d x_{t+1} / d alpha = (x_{t+1} - x_t - s sqrt(alpha) xi / 2) / alpha. The
     * noise is drawn again.
     */
    private void addTimeConstants(int bin, float[] activity, int s, int later) {
        int width = block.width();
        int count = weights.units() * width;
        System.arraycopy(state, 0, change, 0, count);
        RowArithmetic.state(activity, s, slope, state, count);
        RowArithmetic.subtract(state, change, count);
        recurrence.addNoise(bin, -0.5f, change);
        for (int unit = 0; unit < weights.units(); unit++) {
            for (int loss = 0; loss < losses; loss++) {
                int row = unit * wide + loss * width;
                RowArithmetic.addProduct(lambda, later + row, change, unit * width, alpha, row, width);
            }
        }
    }

    private void putInputGradients(int begin, int bins) {
        if (byInputs.isPresent()) {
            for (int i = 0; i < bins; i++) {
                byInputs.get().put(begin + i, lambda, (i + 1) * slot);
            }
        }
    }

    private void addProducts(int begin, int bins, Activity activity) {
        int width = block.width();
        int units = weights.units();
        int channels = BlockInputs.rows(batch);
        Operand before = new Operand(activity.values(), activity.at(begin), units * width, width);
        Packed states = OuterProductSum.packRight(before, units, bins, width, packedStates);
        inputs.fetch(begin, bins);
        Operand driven = new Operand(inputs.of(begin), inputs.at(begin), channels * width, width);
        Packed drive = OuterProductSum.packRight(driven, channels, bins, width, packedInputs);
        for (int loss = 0; loss < losses; loss++) {
            Operand later = new Operand(lambda, slot + loss * width, slot, wide);
            Packed left = OuterProductSum.packLeft(later, units, bins, width, packedLambda);
            sums.recurrent(loss).add(left, states);
            sums.input(loss).add(left, drive);
        }
    }
}
