package org.dalescope.model.engine.fused;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.math.simd.RowArithmetic;

/**
 * Computes d loss / d softplus(x) of one block of trials of the fused engine, bin by bin, from the derivatives of the
 * statistics.
 */
final class RateGradient {
    private final FusedWeights weights;
    private final Batch batch;
    private final StatisticsPlan plan;
    private final List<StatisticsGradient> perLoss;
    private final Block block;
    private final int wide;
    private final int[] recordedUnit;
    private final float[] row;
    private final float[] populationRow;

    /** The weights of all groups after the first at one bin; the padding stays 0. */
    private final float[] rows;

    private final float[] factors;
    private final float[] counts;
    private final Optional<BlockReadOut> readOut;

    RateGradient(
            FusedWeights weights, Batch batch, StatisticsPlan plan, List<StatisticsGradient> perLoss, Block block) {
        this.weights = weights;
        this.batch = batch;
        this.plan = plan;
        this.perLoss = perLoss;
        this.block = block;
        this.wide = perLoss.size() * block.width();
        this.recordedUnit = weights.network().units().recordedUnit();
        this.row = new float[block.width()];
        this.populationRow = new float[block.width()];
        this.factors = new float[Math.max(0, plan.groups() - 1)];
        this.rows = new float[factors.length * block.width()];
        this.counts = new float[plan.pointwise().counts().wanted() ? recordedUnit.length * block.width() : 0];
        this.readOut = BlockReadOut.of(plan, weights.network(), batch, block);
    }

    /** Sets one bin of {@code [unit][loss][lane]}, with zeros for hidden units and padding. */
    void set(int bin, float[] activity, int s, float[] to, int at) {
        Arrays.fill(to, at, at + weights.rows() * wide, 0);
        for (int loss = 0; loss < perLoss.size(); loss++) {
            setFirst(bin, perLoss.get(loss), to, at + loss * block.width());
        }
        if (plan.groups() > 1) {
            addPsths(bin, to, at);
        }
        if (plan.pointwise().wanted()) {
            addPointwise(bin, activity, s, to, at);
        }
        for (int loss = 0; loss < perLoss.size() && readOut.isPresent(); loss++) {
            double[] output = perLoss.get(loss).output();
            if (output.length > 0) {
                readOut.get().addSlope(bin, output, to, at + loss * block.width(), wide);
            }
        }
    }

    /** Adds a bin's derivatives with respect to the numbers of the read-out. */
    void addToReadOut(int bin, float[] activity, int s, GradientSums sums) {
        for (int loss = 0; loss < perLoss.size() && readOut.isPresent(); loss++) {
            double[] output = perLoss.get(loss).output();
            if (output.length > 0) {
                readOut.get().addProducts(bin, output, activity, s, sums.readOut(loss));
            }
        }
    }

    /**
     * Whether a loss depends on a unit's rate. A loss depends on hidden units only if it uses sums over all units or a
     * read-out.
     */
    boolean moves(int unit) {
        return weights.neuron()[unit] >= 0 || plan.pointwise().wanted() || readOut.isPresent();
    }

    /**
     * Sets the derivatives of the first group's PSTH and of the population mean together; usually there are no others.
     */
    private void setFirst(int bin, StatisticsGradient gradient, float[] to, int at) {
        double[] psth = gradient.psth();
        double[] population = gradient.population();
        copyWeights(plan.weights(), bin * plan.groups());
        for (int lane = 0; lane < block.trials(); lane++) {
            int trial = block.from() + lane;
            populationRow[lane] =
                    population.length == 0 ? 0 : (float) (population[trial * batch.bins() + bin] / recordedUnit.length);
        }
        int from = bin * recordedUnit.length;
        for (int neuron = 0; neuron < recordedUnit.length; neuron++) {
            int unit = recordedUnit[neuron];
            float gain = weights.gain()[unit];
            float factor = psth.length == 0 ? 0 : (float) (gain * psth[from + neuron]);
            RowArithmetic.combine(row, factor, populationRow, gain, to, at + unit * wide, block.width());
        }
    }

    /** Adds the derivatives of all groups after the first. */
    private void addPsths(int bin, float[] to, int at) {
        int width = block.width();
        int others = plan.groups() - 1;
        for (int i = 0; i < others; i++) {
            int line = bin * plan.groups() + i + 1;
            System.arraycopy(plan.weights(), line * batch.trials() + block.from(), rows, i * width, block.trials());
        }
        int neurons = recordedUnit.length;
        for (int loss = 0; loss < perLoss.size(); loss++) {
            double[] psth = perLoss.get(loss).psth();
            for (int neuron = 0; psth.length > 0 && neuron < neurons; neuron++) {
                int unit = recordedUnit[neuron];
                float gain = weights.gain()[unit];
                for (int i = 0; i < others; i++) {
                    factors[i] = (float) (gain * psth[((i + 1) * batch.bins() + bin) * neurons + neuron]);
                }
                RowArithmetic.addScaledRows(rows, factors, to, at + unit * wide + loss * width, width);
            }
        }
    }

    private void addPointwise(int bin, float[] activity, int s, float[] to, int at) {
        copyWeights(plan.pointwise().weights(), bin);
        if (counts.length > 0) {
            plan.pointwise()
                    .counts()
                    .gather(
                            bin,
                            batch.bins(),
                            recordedUnit.length,
                            block.from(),
                            block.trials(),
                            block.width(),
                            counts);
        }
        for (int loss = 0; loss < perLoss.size(); loss++) {
            RateStatistics.Moments moments = perLoss.get(loss).moments();
            int from = at + loss * block.width();
            if (moments.mean().length > 0) {
                addMoments(moments, activity, s, to, from);
            }
            if (moments.poisson() != 0) {
                addPoisson(moments.poisson(), activity, s, to, from);
            }
        }
    }

    private void addMoments(RateStatistics.Moments moments, float[] activity, int s, float[] to, int at) {
        int width = block.width();
        for (int unit = 0; unit < weights.units(); unit++) {
            double gain = weights.gain()[unit];
            int target = at + unit * wide;
            RowArithmetic.addScaled(row, 0, (float) (gain * moments.mean()[unit]), to, target, width);
            float twice = (float) (2 * gain * gain * moments.square()[unit]);
            RowArithmetic.addScaledProduct(row, 0, activity, s + unit * width, twice, to, target, width);
        }
    }

    private void addPoisson(double factor, float[] activity, int s, float[] to, int at) {
        int width = block.width();
        PointwiseSums.Counts data = plan.pointwise().counts();
        for (int neuron = 0; neuron < recordedUnit.length; neuron++) {
            int unit = recordedUnit[neuron];
            float perBin = (float) (weights.gain()[unit] * data.binSeconds());
            float scale = (float) (factor * perBin / recordedUnit.length * data.neuronWeights()[neuron]);
            int from = s + unit * width;
            RowArithmetic.addPoissonSlope(
                    row,
                    activity,
                    from,
                    perBin,
                    StatisticsGradient.COUNT_FLOOR,
                    counts,
                    neuron * width,
                    scale,
                    to,
                    at + unit * wide,
                    width);
        }
    }

    private void copyWeights(float[] all, int line) {
        System.arraycopy(all, line * batch.trials() + block.from(), row, 0, block.trials());
        Arrays.fill(row, block.trials(), row.length, 0);
    }
}
