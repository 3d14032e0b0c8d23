package org.dalescope.model.engine.fused;

import java.util.Arrays;
import java.util.Optional;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.engine.fused.BlockRecurrence.BinListener;
import org.dalescope.model.math.simd.RowArithmetic;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.network.Network;

/** Sums the statistics of one block of trials of the fused engine while its activity is in the CPU's cache. */
final class BlockStatistics implements BinListener {
    private final FusedWeights weights;
    private final Batch batch;
    private final StatisticsPlan plan;
    private final Block block;
    private final Sums sums;
    private final PerTrial perTrial;
    private final Optional<BlockReadOut> readOut;
    private final int recorded;
    private final float[] row;

    /** The weights of the groups that have trials of this block in a bin. */
    private final float[] rows;

    /** Where the PSTH of each of these groups begins in the sums. */
    private final int[] psths;

    private final float[] lanes;
    private final float[] counts;

    /**
     * The sums that the blocks of a task share.
     *
     * @param psth {@code [group][bin][neuron]}
     * @param mean per unit
     * @param square per unit
     * @param poisson one number
     */
    record Sums(double[] psth, double[] mean, double[] square, double[] poisson) {
        static Sums of(StatisticsPlan plan, int bins, int neurons, int units) {
            int wanted = plan.pointwise().moments() ? units : 0;
            return new Sums(
                    new double[plan.groups() * bins * neurons], new double[wanted], new double[wanted], new double[1]);
        }

        void add(Sums other) {
            add(psth, other.psth);
            add(mean, other.mean);
            add(square, other.square);
            add(poisson, other.poisson);
        }

        Moments moments() {
            return new Moments(mean, square, poisson[0]);
        }

        private static void add(double[] to, double[] from) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }
    }

    /**
     * The statistics of every trial of the whole batch; an array is empty if the plan does not include it.
     *
     * @param population {@code [trial][bin]}
     * @param output {@code [trial][bin][target]}
     */
    record PerTrial(double[] population, double[] output) {
        static PerTrial of(StatisticsPlan plan, Network network, Batch batch) {
            int rows = batch.trials() * batch.bins();
            int targets =
                    plan.output() ? network.readOut().map(y -> y.bias().length).orElse(0) : 0;
            return new PerTrial(new double[plan.population() ? rows : 0], new double[rows * targets]);
        }
    }

    BlockStatistics(FusedWeights weights, Batch batch, StatisticsPlan plan, Block block, Sums sums, PerTrial perTrial) {
        this.weights = weights;
        this.batch = batch;
        this.plan = plan;
        this.block = block;
        this.sums = sums;
        this.perTrial = perTrial;
        this.readOut = BlockReadOut.of(plan, weights.network(), batch, block);
        this.recorded = weights.network().units().recorded();
        this.row = new float[block.width()];
        this.rows = new float[plan.groups() * block.width()];
        this.psths = new int[plan.groups()];
        this.lanes = new float[Math.max(Math.max(plan.groups(), recorded), 1) * VectorWidth.LENGTH];
        this.counts = new float[plan.pointwise().counts().wanted() ? recorded * block.width() : 0];
    }

    @Override
    public void onBin(int bin, float[] activity, int from) {
        addPsths(bin, activity, from);
        if (plan.population()) {
            addPopulation(bin, activity, from);
        }
        if (plan.pointwise().wanted() && weightsOf(plan.pointwise().weights(), bin, row, 0)) {
            if (plan.pointwise().moments()) {
                addMoments(activity, from);
            }
            if (plan.pointwise().counts().wanted()) {
                addPoisson(bin, activity, from);
            }
        }
        readOut.ifPresent(y -> y.read(bin, activity, from, perTrial.output()));
    }

    /** Copies the block's part of a row of weights; false if all are zero. */
    private boolean weightsOf(float[] all, int line, float[] to, int toFrom) {
        int at = line * batch.trials() + block.from();
        boolean any = false;
        for (int lane = 0; lane < block.trials(); lane++) {
            to[toFrom + lane] = all[at + lane];
            any |= all[at + lane] != 0;
        }
        return any;
    }

    /** A unit's activity is multiplied with the weights of all groups at once: there can be many conditions. */
    private void addPsths(int bin, float[] activity, int from) {
        int width = block.width();
        int used = 0;
        for (int group = 0; group < plan.groups(); group++) {
            if (weightsOf(plan.weights(), bin * plan.groups() + group, rows, used * width)) {
                psths[used++] = (group * batch.bins() + bin) * recorded;
            }
        }
        int[] units = weights.network().units().recordedUnit();
        double[] psth = sums.psth();
        for (int neuron = 0; neuron < recorded; neuron++) {
            int unit = units[neuron];
            float gain = weights.gain()[unit];
            RowArithmetic.dots(rows, 0, used, activity, from + unit * width, width, lanes);
            for (int i = 0; i < used; i++) {
                psth[psths[i] + neuron] += gain * RowArithmetic.total(lanes, i * VectorWidth.LENGTH);
            }
        }
    }

    private void addPopulation(int bin, float[] activity, int from) {
        int width = block.width();
        Arrays.fill(row, 0);
        for (int unit : weights.network().units().recordedUnit()) {
            RowArithmetic.addScaled(activity, from + unit * width, weights.gain()[unit] / recorded, row, 0, width);
        }
        for (int lane = 0; lane < block.trials(); lane++) {
            perTrial.population()[(block.from() + lane) * batch.bins() + bin] = row[lane];
        }
        Arrays.fill(row, 0);
    }

    private void addMoments(float[] activity, int from) {
        int width = block.width();
        for (int unit = 0; unit < weights.units(); unit++) {
            double gain = weights.gain()[unit];
            int at = from + unit * width;
            sums.mean()[unit] += gain * RowArithmetic.dot(row, 0, activity, at, width, lanes);
            sums.square()[unit] += gain * gain * RowArithmetic.dotSquare(row, 0, activity, at, width, lanes);
        }
    }

    private void addPoisson(int bin, float[] activity, int from) {
        int width = block.width();
        PointwiseSums.Counts data = plan.pointwise().counts();
        data.gather(bin, batch.bins(), recorded, block.from(), block.trials(), width, counts);
        int[] units = weights.network().units().recordedUnit();
        for (int neuron = 0; neuron < recorded; neuron++) {
            float perBin = (float) (weights.gain()[units[neuron]] * data.binSeconds());
            int at = from + units[neuron] * width;
            RowArithmetic.poisson(
                    row,
                    activity,
                    at,
                    perBin,
                    StatisticsGradient.COUNT_FLOOR,
                    counts,
                    neuron * width,
                    width,
                    lanes,
                    neuron * VectorWidth.LENGTH);
        }
        for (int neuron = 0; neuron < recorded; neuron++) {
            double sum = RowArithmetic.total(lanes, neuron * VectorWidth.LENGTH);
            sums.poisson()[0] += sum / recorded * data.neuronWeights()[neuron];
        }
    }
}
