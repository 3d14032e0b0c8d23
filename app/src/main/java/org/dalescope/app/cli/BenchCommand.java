package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.app.chart.fit.ScalingChart;
import org.dalescope.model.benchmark.Benchmark;
import org.dalescope.model.benchmark.BenchmarkResult;
import org.dalescope.model.benchmark.BenchmarkScaling;
import org.dalescope.model.benchmark.BenchmarkSize;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.MatrixProductRate;
import org.dalescope.model.settings.GradientBalancing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The {@code dalescope bench} command, which measures the time of training epochs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the time of training epochs on a synthetic session: medians, the time of each step, and the"
                        + " growth with the size; or the time of a whole fit.")
final class BenchCommand implements Callable<Integer> {
    /** The size of the laboratory's session. */
    private static final int FIT_TRIALS = 400;

    private static final int FIT_BINS = 117;
    private static final int FIT_NEURONS = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "835",
            description = "Training trials; a quarter of this number is scored after every epoch (default:"
                    + " ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "219",
            description = "Time bins (default: ${DEFAULT-VALUE}).")
    private int bins;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "65",
            description = "Units of the network (default: ${DEFAULT-VALUE}).")
    private int units;

    @Option(
            names = "--balancing",
            paramLabel = "KIND",
            defaultValue = "fixed",
            description = "fixed: one backward pass for the weighted sum of both losses; gradient: separate gradients"
                    + " of both losses, as in the default preset (default: ${DEFAULT-VALUE}).")
    private GradientBalancing balancing = GradientBalancing.FIXED;

    @Option(
            names = "--fit",
            description =
                    "Measure everything that a user waits for in a default fit of a synthetic session (400 trials x"
                            + " 117 bins x 20 neurons unless given), from the start of the program to the report.")
    private boolean fit;

    @Option(
            names = "--scaling",
            description = "Measure how the time depends on trials, bins, units and threads, instead of one size.")
    private boolean scaling;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --scaling: folder for figures of the tables (SVG, PNG, PDF).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (out.isPresent() && !scaling) {
            throw new ParameterException(spec.commandLine(), "--out DIR needs --scaling: give both.");
        }
        if (fit) {
            measureFit(console);
            return CommandLineProgram.DONE;
        }
        BenchmarkSize size = new BenchmarkSize(trials, bins, units);
        if (scaling) {
            scale(size, console);
            return CommandLineProgram.DONE;
        }
        try (RecurrentEngine engine = engineOptions.open(Benchmark.workload(size), console)) {
            console.err().println("Measuring with " + engine.description() + " ...");
            // The matrix products come last, because they would change how the JIT compiler optimises the loops of the
            // epochs.
            BenchmarkResult result = Benchmark.thorough(balancing)
                    .measure(size, engine)
                    .withMatrixProductRate(
                            MatrixProductRate.gflops(engine.workers().threads()));
            if (json) {
                console.json(json(result));
            } else {
                print(result, console);
            }
        }
        return CommandLineProgram.DONE;
    }

    private void measureFit(Console console) {
        if (scaling || isGiven("--balancing")) {
            throw new ParameterException(
                    spec.commandLine(), "--fit measures the default preset: remove --scaling and --balancing.");
        }
        WholeFitTimes.Result result = WholeFitTimes.measure(
                isGiven("--trials") ? trials : FIT_TRIALS,
                isGiven("--bins") ? bins : FIT_BINS,
                isGiven("--units") ? units : FIT_NEURONS,
                engineOptions.source());
        if (json) {
            console.json(WholeFitReport.json(result));
        } else {
            WholeFitReport.print(result, console.out());
        }
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private void scale(BenchmarkSize base, Console console) {
        BenchmarkScaling.Engines engines =
                (size, threads) -> engineOptions.withThreads(threads).open(Benchmark.workload(size), console);
        List<BenchmarkScaling> tables = new ArrayList<>();
        int threads = engineOptions.request().threads();
        for (BenchmarkScaling.Axis axis : BenchmarkScaling.Axis.of(threads)) {
            console.err().println("Measuring over " + axis.label() + " ...");
            BenchmarkScaling table = BenchmarkScaling.measure(axis, base, threads, Benchmark.quick(balancing), engines);
            tables.add(table);
            if (!json) {
                ScalingTable.print(table, console.out());
            }
        }
        if (json) {
            console.json(ScalingTable.json(tables));
        }
        out.ifPresent(folder -> {
            tables.forEach(table -> FigureFiles.writeForPrint(ScalingChart.of(table), folder));
            console.err().println("Figures: " + folder + ".");
        });
    }

    static ObjectNode json(BenchmarkResult result) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("trials", result.size().trials());
        root.put("bins", result.size().bins());
        root.put("units", result.size().units());
        root.put("recorded", result.size().recorded());
        root.put("channels", BenchmarkSize.CHANNELS);
        root.put("threads", result.threads());
        root.put("engine", result.engine());
        root.put("epochs", result.epochs());
        root.put("epoch_ms", result.epochMs());
        root.put("forward_ms", result.forwardMs());
        root.put("backward_ms", result.backwardMs());
        root.put("losses_ms", result.lossesMs());
        root.put("update_ms", result.updateMs());
        root.put("scoring_ms", result.scoringMs());
        root.put("gflops", Math.round(10 * result.gflops()) / 10.0);
        if (!Double.isNaN(result.gemmGflops())) {
            root.put("gemm_gflops", Math.round(10 * result.gemmGflops()) / 10.0);
        }
        root.put("memory_mb", Math.round(result.memoryMb()));
        return root;
    }

    private static void print(BenchmarkResult result, Console console) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d training trials x %d bins x %d units (%d recorded, %d inputs), %s%n",
                        result.size().trials(),
                        result.size().bins(),
                        result.size().units(),
                        result.size().recorded(),
                        BenchmarkSize.CHANNELS,
                        result.engine());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  epoch       %8.1f ms   median of %d%n  forward     %8.1f ms%n  backward    %8.1f ms%n"
                                + "  losses      %8.1f ms%n  update      %8.1f ms%n  scoring     %8.1f ms%n",
                        result.epochMs(),
                        result.epochs(),
                        result.forwardMs(),
                        result.backwardMs(),
                        result.lossesMs(),
                        result.updateMs(),
                        result.scoringMs());
        console.out()
                .printf(
                        Locale.ROOT,
                        "  recurrence  %8.1f GFLOP/s, %.0f %% of this machine's %.0f on large matrix products%n"
                                + "  memory      %8.0f MB at its peak%n",
                        result.gflops(),
                        100 * result.gflops() / result.gemmGflops(),
                        result.gemmGflops(),
                        result.memoryMb());
    }
}
