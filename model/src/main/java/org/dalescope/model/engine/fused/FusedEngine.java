package org.dalescope.model.engine.fused;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.BatchDrive;
import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.InputGradients;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.RequestedGradients;
import org.dalescope.model.engine.RequestedGradients.ByInputs;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.engine.fused.BlockRecurrence.Activity;
import org.dalescope.model.engine.fused.BlockStatistics.PerTrial;
import org.dalescope.model.engine.fused.BlockStatistics.Sums;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.VectorWidth;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.embedding.InputEmbedding;

/**
 * An engine that runs the recurrence in the vector registers of the CPU (docs/decisions/0007-fused-engine.md). Trials
 * are lanes. A block of trials runs through all bins with its state in the first-level cache, where the statistics are
 * summed as well.
 *
 * <p>The adjoint needs softplus(x) of all bins. Up to a limit it is kept. Above the limit, only the state at every k-th
 * bin is kept, and the backward pass runs the bins between them again, which costs one more forward pass.
 */
public final class FusedEngine implements RecurrentEngine {
    /**
     * The limit above which checkpoints are used. With it, the engine and the inputs of a large session need less than
     * 1 GiB.
     */
    private static final long KEPT_BYTES = 384L << 20;

    private final WorkerThreads workers;
    private final FloatArrayPool pool = new FloatArrayPool();
    private final long keptBytes;

    public FusedEngine(int threads) {
        this(threads, KEPT_BYTES);
    }

    public FusedEngine(int threads, long keptBytes) {
        this.workers = WorkerThreads.of(threads);
        this.keptBytes = keptBytes;
    }

    @Override
    public String description() {
        int threads = workers.threads();
        return "fused, CPU, " + VectorWidth.LENGTH * Float.SIZE + "-bit registers, " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public WorkerThreads workers() {
        return workers;
    }

    @Override
    public EngineMemoryEstimate bytes(MemoryWorkload load) {
        return FusedMemory.of(load, workers.threads(), keptBytes);
    }

    /** The memory that a fused engine would need. */
    public static EngineMemoryEstimate bytes(MemoryWorkload load, int threads) {
        return FusedMemory.of(load, threads, KEPT_BYTES);
    }

    @Override
    public Trace forward(Network network, Batch given, Noise noise, StatisticsPlan plan) {
        BatchDrive drive = BatchDrive.of(network, given, noise, workers, pool);
        Batch batch = drive.batch();
        FusedWeights weights = FusedWeights.of(network, noise.sd());
        BlockPlan blocks = BlockPlan.of(batch.trials());
        FusedWorkspace keeping = FusedWorkspace.of(bytesPerBin(weights, batch), batch.bins(), keptBytes);
        float[][] kept = new float[blocks.blocks().size()][];
        RateStatistics statistics = collect(weights, batch, noise, plan, blocks, (block, recurrence, listener) -> {
            kept[block.index()] = keeping.checkpointed()
                    ? keepStates(weights, batch, block, recurrence, listener, keeping.segment())
                    : keepAll(weights, batch, block, recurrence, listener);
        });
        return new FusedTrace(statistics, weights, drive, noise, plan, blocks, List.of(kept), keeping, pool);
    }

    @Override
    public RateStatistics statistics(Network network, Batch given, Noise noise, StatisticsPlan plan) {
        FusedWeights weights = FusedWeights.of(network, noise.sd());
        BlockPlan blocks = BlockPlan.of(given.trials());
        try (BatchDrive drive = BatchDrive.of(network, given, noise, workers, pool)) {
            return collect(weights, drive.batch(), noise, plan, blocks, (block, recurrence, listener) -> {
                float[] one = pool.take(weights.units() * block.width());
                recurrence.run(0, given.bins(), new Activity(one, 0, 0), listener);
                pool.give(one);
            });
        }
    }

    @Override
    public List<NetworkGradient> backward(Trace trace, List<StatisticsGradient> perLoss, boolean timeConstants) {
        FusedTrace own = (FusedTrace) trace;
        Network network = own.weights().network();
        Optional<ByInputs> byInputs = network.embedding()
                .filter(InputEmbedding::isLearned)
                .map(e -> ByInputs.of(network, own.batch(), perLoss.size(), pool));
        RequestedGradients wanted = new RequestedGradients(timeConstants, byInputs);
        List<GradientSums> parts = tasks(own.blocks(), task -> {
            GradientSums sums = new GradientSums(network, perLoss.size());
            for (Block block : own.blocks().tasks().get(task)) {
                BlockRecurrence recurrence = new BlockRecurrence(own.weights(), own.batch(), own.noise(), block);
                BlockAdjoint adjoint = new BlockAdjoint(
                        own.weights(), own.batch(), own.plan(), perLoss, block, recurrence, sums, wanted, pool);
                back(own, block, recurrence, adjoint);
                adjoint.finish();
            }
            return sums;
        });
        GradientSums total = parts.getFirst();
        parts.stream().skip(1).forEach(total::add);
        List<NetworkGradient> gradients = total.gradients();
        if (byInputs.isEmpty()) {
            return gradients;
        }
        InputGradients byDrive = byInputs.get().gradients();
        List<NetworkGradient> complete = own.drive().through(gradients, byDrive, workers);
        byDrive.giveBack(pool);
        return complete;
    }

    @Override
    public float[] rates(Network network, Batch given, Noise noise) {
        try (BatchDrive drive = BatchDrive.of(network, given, noise, workers, pool)) {
            return rates(network, noise, drive.batch());
        }
    }

    private float[] rates(Network network, Noise noise, Batch batch) {
        FusedWeights weights = FusedWeights.of(network, noise.sd());
        BlockPlan blocks = BlockPlan.of(batch.trials());
        int units = network.size();
        float[] rates = new float[size(batch, units)];
        workers.run(blocks.blocks().size(), index -> {
            Block block = blocks.blocks().get(index);
            BlockRecurrence recurrence = new BlockRecurrence(weights, batch, noise, block);
            recurrence.start();
            Activity one = new Activity(new float[units * block.width()], 0, 0);
            recurrence.run(0, batch.bins(), one, (bin, activity, from) -> {
                for (int lane = 0; lane < block.trials(); lane++) {
                    int to = ((block.from() + lane) * batch.bins() + bin) * units;
                    for (int unit = 0; unit < units; unit++) {
                        rates[to + unit] = weights.gain()[unit] * activity[from + unit * block.width() + lane];
                    }
                }
            });
        });
        return rates;
    }

    @Override
    public void close() {
        workers.close();
    }

    private static int size(Batch batch, int units) {
        long numbers = (long) batch.trials() * batch.bins() * units;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new InputError("The rates of " + batch.trials() + " trials x " + batch.bins() + " bins x " + units
                    + " units are more numbers than one array can hold: use fewer trials at once.");
        }
        return (int) numbers;
    }

    /** Runs a block through time. */
    @FunctionalInterface
    private interface Run {
        void of(Block block, BlockRecurrence recurrence, BlockRecurrence.BinListener listener);
    }

    private RateStatistics collect(
            FusedWeights weights, Batch batch, Noise noise, StatisticsPlan plan, BlockPlan blocks, Run run) {
        int recorded = weights.network().units().recorded();
        PerTrial perTrial = PerTrial.of(plan, weights.network(), batch);
        List<Sums> parts = tasks(blocks, task -> {
            Sums sums = Sums.of(plan, batch.bins(), recorded, weights.units());
            for (Block block : blocks.tasks().get(task)) {
                BlockRecurrence recurrence = new BlockRecurrence(weights, batch, noise, block);
                recurrence.start();
                run.of(block, recurrence, new BlockStatistics(weights, batch, plan, block, sums, perTrial));
            }
            return sums;
        });
        Sums total = parts.getFirst();
        parts.stream().skip(1).forEach(total::add);
        return new RateStatistics(
                plan.groups(),
                batch.trials(),
                batch.bins(),
                recorded,
                total.psth(),
                perTrial.population(),
                total.moments(),
                perTrial.output());
    }

    private float[] keepAll(
            FusedWeights weights,
            Batch batch,
            Block block,
            BlockRecurrence recurrence,
            BlockRecurrence.BinListener listener) {
        int perBin = weights.units() * block.width();
        float[] activity = pool.take(batch.bins() * perBin);
        recurrence.run(0, batch.bins(), new Activity(activity, 0, perBin), listener);
        return activity;
    }

    private float[] keepStates(
            FusedWeights weights,
            Batch batch,
            Block block,
            BlockRecurrence recurrence,
            BlockRecurrence.BinListener listener,
            int segment) {
        int length = recurrence.stateLength();
        int segments = (batch.bins() + segment - 1) / segment;
        float[] states = pool.take(segments * length);
        float[] one = pool.take(weights.units() * block.width());
        for (int i = 0; i < segments; i++) {
            recurrence.save(states, i * length);
            int to = Math.min(batch.bins(), (i + 1) * segment);
            recurrence.run(i * segment, to, new Activity(one, 0, 0), listener);
        }
        pool.give(one);
        return states;
    }

    private void back(FusedTrace trace, Block block, BlockRecurrence recurrence, BlockAdjoint adjoint) {
        float[] kept = trace.kept().get(block.index());
        int bins = trace.batch().bins();
        int perBin = trace.weights().units() * block.width();
        if (!trace.keeping().checkpointed()) {
            adjoint.run(0, bins, new Activity(kept, 0, perBin));
            return;
        }
        int segment = trace.keeping().segment();
        float[] again = pool.take(segment * perBin);
        for (int from = (bins - 1) / segment * segment; from >= 0; from -= segment) {
            int to = Math.min(bins, from + segment);
            Activity activity = new Activity(again, from, perBin);
            recurrence.restore(kept, from / segment * recurrence.stateLength());
            recurrence.run(from, to, activity, (bin, values, at) -> {});
            adjoint.run(from, to, activity);
        }
        pool.give(again);
    }

    private static long bytesPerBin(FusedWeights weights, Batch batch) {
        return (long) VectorWidth.padded(batch.trials()) * weights.rows() * Float.BYTES;
    }

    private <R> List<R> tasks(BlockPlan blocks, IntFunction<R> work) {
        return workers.map(blocks.tasks().size(), work);
    }
}
