package org.dalescope.model.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dalescope.model.engine.Statistics.Moments;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;

/**
 * The recurrence on libtorch, on the CPU or a CUDA device. On the CPU a batch is cut into blocks of a fixed number of
 * trials, which run on this engine's threads and are summed in a fixed order: the number of threads changes nothing but
 * the time.
 */
public final class TensorEngine implements RecurrentEngine {
    private static final int CPU_BLOCK = 128;

    private final NDManager manager;
    private final DataType type;
    private final Workers workers;
    private final int block;
    private final FloatPool pool = new FloatPool();
    private final String description;

    /** Number of bits of the floating-point numbers. */
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    public TensorEngine(Device device, int threadCount, Precision precision) {
        this.manager = TorchRuntime.engine().newBaseManager(device);
        this.type = precision == Precision.SINGLE ? DataType.FLOAT32 : DataType.FLOAT64;
        this.block = device.isGpu() ? Integer.MAX_VALUE : CPU_BLOCK;
        this.workers = Workers.of(threadCount);
        this.description = device.isGpu()
                ? "tensor, CUDA device " + device.getDeviceId()
                : "tensor, CPU, " + threadCount + (threadCount == 1 ? " thread" : " threads");
    }

    /** An engine on the CPU in single precision. */
    public static TensorEngine cpu(int threadCount) {
        return new TensorEngine(Device.cpu(), threadCount, Precision.SINGLE);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Trace forward(Network network, Batch given, Noise noise, StatisticsPlan plan) {
        Drive drive = Drive.of(network, given, noise, workers, pool);
        Batch batch = drive.batch();
        List<TensorBlock> blocks =
                eachBlock(batch, range -> new TensorBlock(manager, type, network, range.of(batch), noise));
        return new TensorTrace(collect(network, batch, plan, blocks), blocks, plan, drive);
    }

    @Override
    public List<NetworkGradient> backward(Trace trace, List<StatisticsGradient> perLoss, boolean timeConstants) {
        TensorTrace own = (TensorTrace) trace;
        Statistics shape = own.statistics();
        List<Range> ranges = ranges(shape.trials());
        Drive drive = own.drive();
        Optional<InputGradients> byInputs =
                drive.network().embedding().map(e -> InputGradients.of(drive.batch(), perLoss.size(), pool));
        List<List<NetworkGradient>> parts = parallel(ranges, range -> {
            List<StatisticsGradient> sliced =
                    perLoss.stream().map(g -> binsOutermost(g, shape, range)).toList();
            StatisticsPlan plan = own.plan().slice(shape.trials(), range.from(), range.to());
            return own.blocks()
                    .get(ranges.indexOf(range))
                    .backward(plan, sliced, timeConstants, byInputs, range.from());
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
    public Statistics statistics(Network network, Batch batch, Noise noise, StatisticsPlan plan) {
        try (Trace trace = forward(network, batch, noise, plan)) {
            return trace.statistics();
        }
    }

    @Override
    public float[] rates(Network network, Batch given, Noise noise) {
        try (Drive drive = Drive.of(network, given, noise, workers, pool)) {
            return rates(network, noise, drive.batch());
        }
    }

    private float[] rates(Network network, Noise noise, Batch batch) {
        int units = network.size();
        float[] rates = new float[batch.trials() * batch.bins() * units];
        eachBlock(batch, range -> {
            try (TensorBlock part = new TensorBlock(manager, type, network, range.of(batch), noise)) {
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

    private Statistics collect(Network network, Batch batch, StatisticsPlan plan, List<TensorBlock> blocks) {
        int recorded = network.units().recorded();
        int bins = batch.bins();
        List<Range> ranges = ranges(batch.trials());
        List<TensorStatistics.Averages> averages = parallel(ranges, range -> blocks.get(ranges.indexOf(range))
                .averages(plan.slice(batch.trials(), range.from(), range.to())));
        double[] psth = new double[plan.groups() * bins * recorded];
        for (TensorStatistics.Averages own : averages) {
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
        double[] population = plan.population() ? population(batch, averages, ranges) : new double[0];
        Moments moments = averages.stream()
                .map(TensorStatistics.Averages::moments)
                .reduce(Moments::plus)
                .orElseThrow();
        return new Statistics(plan.groups(), batch.trials(), bins, recorded, psth, population, moments);
    }

    private static double[] population(Batch batch, List<TensorStatistics.Averages> averages, List<Range> ranges) {
        int bins = batch.bins();
        double[] population = new double[batch.trials() * bins];
        for (int i = 0; i < averages.size(); i++) {
            double[] part = averages.get(i).population();
            Range range = ranges.get(i);
            int width = range.to() - range.from();
            for (int bin = 0; bin < bins; bin++) {
                for (int trial = 0; trial < width; trial++) {
                    population[(range.from() + trial) * bins + bin] = part[bin * width + trial];
                }
            }
        }
        return population;
    }

    /** The part of a loss's derivatives that concerns a block, in the block's order. */
    private static StatisticsGradient binsOutermost(StatisticsGradient gradient, Statistics shape, Range range) {
        double[] psth = new double[gradient.psth().length];
        int neurons = shape.neurons();
        for (int i = 0; i < psth.length; i++) {
            int group = i / (shape.bins() * neurons);
            int bin = i / neurons % shape.bins();
            psth[(bin * shape.groups() + group) * neurons + i % neurons] = gradient.psth()[i];
        }
        int width = range.to() - range.from();
        double[] population = new double[gradient.population().length == 0 ? 0 : width * shape.bins()];
        for (int i = 0; i < population.length; i++) {
            int trial = range.from() + i % width;
            population[i] = gradient.population()[trial * shape.bins() + i / width];
        }
        return new StatisticsGradient(psth, population, gradient.moments());
    }

    private static NetworkGradient sum(List<List<NetworkGradient>> parts, int loss) {
        NetworkGradient total = parts.getFirst().get(loss);
        for (int i = 1; i < parts.size(); i++) {
            total.add(parts.get(i).get(loss));
        }
        return total;
    }

    private record Range(int from, int to) {
        Batch of(Batch batch) {
            return batch.slice(from, to);
        }
    }

    private List<Range> ranges(int trials) {
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
        return workers.map(items.size(), index -> work.apply(items.get(index)));
    }
}
