package org.dalescope.model.engine.libtorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.BatchDrive;
import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.InputGradients;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.engine.Trace;
import org.dalescope.model.engine.libtorch.TensorStatistics.Averages;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.embedding.InputEmbedding;

/**
 * An engine that runs the recurrence with libtorch, on the CPU or a CUDA device. On the CPU, a batch is divided into
 * blocks of a fixed number of trials, which run on this engine's threads and are summed in a fixed order. The number of
 * threads therefore changes only the time.
 */
public final class TensorEngine implements RecurrentEngine {
    private static final int CPU_BLOCK = 128;

    private final NDManager manager;
    private final DataType type;
    private final WorkerThreads workers;
    private final TrialBlocks blocks;
    private final IntConsumer place;
    private final FloatArrayPool pool = new FloatArrayPool();
    private final String description;
    private final boolean onCpu;
    private final WorkerThreads within;

    /** The precision of the floating-point numbers. */
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    public TensorEngine(Device device, int threadCount, Precision precision) {
        this(device, threadCount, precision, device.isGpu() ? Integer.MAX_VALUE : CPU_BLOCK, _ -> {});
    }

    /**
     * An engine with a given block size.
     *
     * @param place is called with the number of trials before they are put on the device
     */
    TensorEngine(Device device, int threadCount, Precision precision, int block, IntConsumer place) {
        this.manager = TorchRuntime.engine().newBaseManager(device);
        this.type = precision == Precision.SINGLE ? DataType.FLOAT32 : DataType.FLOAT64;
        this.blocks = new TrialBlocks(block);
        this.place = place;
        this.workers = WorkerThreads.of(threadCount);
        this.onCpu = !device.isGpu();
        // On a device, one block is made at a time, so that all threads can work on it.
        this.within = onCpu ? WorkerThreads.of(1) : workers;
        this.description = device.isGpu()
                ? "tensor, CUDA device " + device.getDeviceId()
                : "tensor, CPU, " + threadCount + (threadCount == 1 ? " thread" : " threads");
    }

    /** An engine on the CPU in single precision. */
    public static TensorEngine cpu(int threadCount) {
        return new TensorEngine(Device.cpu(), threadCount, Precision.SINGLE);
    }

    @Override
    public WorkerThreads workers() {
        return workers;
    }

    @Override
    public String description() {
        return description + blocks.words();
    }

    @Override
    public EngineMemoryEstimate bytes(MemoryWorkload load) {
        return onCpu
                ? bytes(load, workers.threads())
                : TensorMemory.onDevice(TensorMemory.of(load, 1, load.size().trials()));
    }

    /** The memory that such an engine would need on the CPU. */
    public static EngineMemoryEstimate bytes(MemoryWorkload load, int threads) {
        return TensorMemory.of(load, threads, CPU_BLOCK);
    }

    @Override
    public Trace forward(Network network, Batch given, Noise noise, StatisticsPlan plan) {
        BatchDrive drive = BatchDrive.of(network, given, noise, workers, pool);
        Batch batch = drive.batch();
        return blocks.fitting(batch.trials(), () -> forward(network, drive, noise, plan));
    }

    private TensorTrace forward(Network network, BatchDrive drive, Noise noise, StatisticsPlan plan) {
        Batch batch = drive.batch();
        boolean keep = blocks.areKept();
        List<Range> ranges = ranges(batch.trials());
        List<TensorBlock> held = Collections.synchronizedList(new ArrayList<>());
        try {
            List<Part> parts = parallel(ranges, range -> {
                TensorBlock block = block(network, range.of(batch), noise);
                held.add(block);
                Averages averages = block.averages(plan.slice(batch.trials(), range.from(), range.to()));
                if (!keep) {
                    block.close();
                }
                return new Part(block, averages);
            });
            List<Averages> averages = parts.stream().map(Part::averages).toList();
            List<TensorBlock> kept = keep ? parts.stream().map(Part::block).toList() : List.of();
            return new TensorTrace(collect(network, batch, plan, ranges, averages), kept, plan, drive, noise);
        } catch (RuntimeException | Error broken) {
            List.copyOf(held).forEach(TensorBlock::close);
            throw broken;
        }
    }

    private record Part(TensorBlock block, Averages averages) {}

    private TensorBlock block(Network network, Batch batch, Noise noise) {
        place.accept(batch.trials());
        return TensorBlock.of(manager, type, network, batch, noise, within);
    }

    @Override
    public List<NetworkGradient> backward(Trace trace, List<StatisticsGradient> perLoss, boolean timeConstants) {
        TensorTrace own = (TensorTrace) trace;
        return blocks.fitting(own.statistics().trials(), () -> backward(own, perLoss, timeConstants));
    }

    private List<NetworkGradient> backward(TensorTrace own, List<StatisticsGradient> perLoss, boolean timeConstants) {
        RateStatistics shape = own.statistics();
        if (!blocks.areKept()) {
            own.release();
        }
        List<Range> ranges = ranges(shape.trials());
        BatchDrive drive = own.drive();
        Optional<InputGradients> byInputs = drive.network()
                .embedding()
                .filter(InputEmbedding::isLearned)
                .map(e -> InputGradients.of(drive.batch(), perLoss.size(), pool));
        List<List<NetworkGradient>> parts = parallel(ranges, range -> {
            List<StatisticsGradient> sliced =
                    perLoss.stream().map(g -> binsOutermost(g, shape, range)).toList();
            StatisticsPlan plan = own.plan().slice(shape.trials(), range.from(), range.to());
            if (!own.blocks().isEmpty()) {
                return own.blocks()
                        .get(ranges.indexOf(range))
                        .backward(plan, sliced, timeConstants, byInputs, range.from());
            }
            try (TensorBlock again = block(drive.network(), range.of(drive.batch()), own.noise())) {
                return again.backward(plan, sliced, timeConstants, byInputs, range.from());
            }
        });
        List<NetworkGradient> gradients = IntStream.range(0, perLoss.size())
                .mapToObj(loss -> sum(parts, loss))
                .toList();
        if (byInputs.isEmpty()) {
            return gradients;
        }
        List<NetworkGradient> complete = drive.through(gradients, byInputs.get(), workers);
        byInputs.get().giveBack(pool);
        return complete;
    }

    @Override
    public RateStatistics statistics(Network network, Batch batch, Noise noise, StatisticsPlan plan) {
        try (Trace trace = forward(network, batch, noise, plan)) {
            return trace.statistics();
        }
    }

    @Override
    public float[] rates(Network network, Batch given, Noise noise) {
        try (BatchDrive drive = BatchDrive.of(network, given, noise, workers, pool)) {
            return blocks.fitting(given.trials(), () -> rates(network, noise, drive.batch()));
        }
    }

    private float[] rates(Network network, Noise noise, Batch batch) {
        int units = network.size();
        float[] rates = new float[batch.trials() * batch.bins() * units];
        eachBlock(batch, range -> {
            try (TensorBlock part = block(network, range.of(batch), noise)) {
                float[] activity = part.softplus();
                int width = range.to() - range.from();
                for (int bin = 0; bin < batch.bins(); bin++) {
                    for (int trial = 0; trial < width; trial++) {
                        int from = (bin * width + trial) * units;
                        int to = ((range.from() + trial) * batch.bins() + bin) * units;
                        for (int unit = 0; unit < units; unit++) {
                            rates[to + unit] = (float) (network.gain()[unit] * activity[from + unit]);
                        }
                    }
                }
                return range;
            }
        });
        return rates;
    }

    @Override
    public void close() {
        workers.close();
        manager.close();
    }

    private static RateStatistics collect(
            Network network, Batch batch, StatisticsPlan plan, List<Range> ranges, List<Averages> averages) {
        int recorded = network.units().recorded();
        int bins = batch.bins();
        double[] psth = new double[plan.groups() * bins * recorded];
        for (Averages own : averages) {
            double[] part = own.psth();
            for (int bin = 0; bin < bins; bin++) {
                for (int group = 0; group < plan.groups(); group++) {
                    for (int neuron = 0; neuron < recorded; neuron++) {
                        psth[(group * bins + bin) * recorded + neuron] +=
                                part[(bin * plan.groups() + group) * recorded + neuron];
                    }
                }
            }
        }
        double[] population = perTrial(batch, averages, ranges, Averages::population);
        double[] output = perTrial(batch, averages, ranges, Averages::output);
        Moments moments =
                averages.stream().map(Averages::moments).reduce(Moments::plus).orElseThrow();
        return new RateStatistics(plan.groups(), batch.trials(), bins, recorded, psth, population, moments, output);
    }

    /**
     * Converts {@code [bin][trial][column]} of every block to {@code [trial][bin][column]}; empty if the arrays of the
     * blocks are empty.
     */
    private static double[] perTrial(
            Batch batch, List<Averages> averages, List<Range> ranges, Function<Averages, double[]> values) {
        int bins = batch.bins();
        int columns =
                values.apply(averages.getFirst()).length / (ranges.getFirst().width() * bins);
        double[] all = new double[batch.trials() * bins * columns];
        for (int i = 0; i < averages.size(); i++) {
            double[] part = values.apply(averages.get(i));
            Range range = ranges.get(i);
            for (int bin = 0; bin < bins; bin++) {
                for (int trial = 0; trial < range.width(); trial++) {
                    int from = (bin * range.width() + trial) * columns;
                    System.arraycopy(part, from, all, ((range.from() + trial) * bins + bin) * columns, columns);
                }
            }
        }
        return all;
    }

    /** The part of a loss's derivatives that belongs to a block, in the block's order. */
    private static StatisticsGradient binsOutermost(StatisticsGradient gradient, RateStatistics shape, Range range) {
        double[] psth = new double[gradient.psth().length];
        int neurons = shape.neurons();
        for (int i = 0; i < psth.length; i++) {
            int group = i / (shape.bins() * neurons);
            int bin = i / neurons % shape.bins();
            psth[(bin * shape.groups() + group) * neurons + i % neurons] = gradient.psth()[i];
        }
        return new StatisticsGradient(
                psth,
                binsOutermost(gradient.population(), shape, range),
                gradient.moments(),
                binsOutermost(gradient.output(), shape, range));
    }

    /** The part of {@code [trial][bin][column]} that belongs to a block, as {@code [bin][trial][column]}. */
    private static double[] binsOutermost(double[] all, RateStatistics shape, Range range) {
        int columns = all.length / (shape.trials() * shape.bins());
        double[] part = new double[range.width() * shape.bins() * columns];
        for (int bin = 0; bin < shape.bins(); bin++) {
            for (int trial = 0; trial < range.width(); trial++) {
                int from = ((range.from() + trial) * shape.bins() + bin) * columns;
                System.arraycopy(all, from, part, (bin * range.width() + trial) * columns, columns);
            }
        }
        return part;
    }

    private static NetworkGradient sum(List<List<NetworkGradient>> parts, int loss) {
        NetworkGradient total = parts.getFirst().get(loss);
        for (int i = 1; i < parts.size(); i++) {
            total.add(parts.get(i).get(loss));
        }
        return total;
    }

    private record Range(int from, int to) {
        int width() {
            return to - from;
        }

        Batch of(Batch batch) {
            return batch.slice(from, to);
        }
    }

    private List<Range> ranges(int trials) {
        int block = blocks.most();
        List<Range> ranges = new ArrayList<>();
        int from = 0;
        while (from < trials) {
            int to = trials - from > block ? from + block : trials;
            ranges.add(new Range(from, to));
            from = to;
        }
        return ranges;
    }

    private <R> List<R> eachBlock(Batch batch, Function<Range, R> work) {
        return parallel(ranges(batch.trials()), work);
    }

    private <A, R> List<R> parallel(List<A> items, Function<A, R> work) {
        // If memory is short, only one block at a time is on the device.
        return blocks.areKept()
                ? workers.map(items.size(), index -> work.apply(items.get(index)))
                : items.stream().map(work).toList();
    }
}
