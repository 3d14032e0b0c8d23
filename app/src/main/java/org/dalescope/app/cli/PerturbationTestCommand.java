package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.measured.MeasuredOptions;
import org.dalescope.model.analysis.measured.MeasuredPerturbation;
import org.dalescope.model.analysis.measured.MeasuredReport;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.TimeWindow;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The {@code dalescope perturbation-test} command, which compares a measured perturbation with the one that fitted
 * networks predict.
 */
@Command(
        name = "perturbation-test",
        mixinStandardHelpOptions = true,
        description =
                "Predicts the trials that the experimenter perturbed (data.perturbed.factor of the fit) and compares the"
                        + " prediction with the recording. Several runs must have the same session and split; they"
                        + " count as its seeds. A fit that left these trials out is tested on all of them; a fit that"
                        + " learned from them is tested on those of the partition.")
final class PerturbationTestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> runs = List.of();

    @Option(
            names = "--current",
            paramLabel = "X",
            description = "Size of the current into the targeted neurons, in the units of the bias b, 0 or positive;"
                    + " data.perturbed.effect gives its sign. Default: the size with which the targeted neurons come"
                    + " nearest to their measured change.")
    private Optional<Double> current = Optional.empty();

    @Option(
            names = "--calibrate",
            paramLabel = "FROM:TO",
            description = "Time in ms in which the targeted neurons decide on the size of the current (default: the"
                    + " time of the perturbation).")
    private Optional<String> calibrate = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the result (JSON) and its tables (CSV).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        MeasuredOptions chosen = chosen();
        if (options.partition() != Partition.VALIDATION) {
            runs.stream().findFirst().ifPresent(this::requireLearned);
        }
        RunGroup fitted = RunGroup.open(runs, options, TypedCommand.text(spec), console);
        FittedCircuit circuit = new FittedCircuit(fitted.members(), fitted.trialIds());
        try (WorkerThreads workers = WorkerThreads.of(threads.number())) {
            AnalysisResult result =
                    MeasuredReport.of(MeasuredPerturbation.of(circuit, chosen, workers, Progress.SILENT));
            out.ifPresent(folder -> AnalysisFiles.write(result, folder));
            if (json) {
                console.json(AnalysisFiles.json(result));
            } else {
                AnalysisText.print(result, out, console);
            }
        }
        return CommandLineProgram.DONE;
    }

    /** Refuses a partition that would have no effect, before the opening of test trials is recorded. */
    private void requireLearned(Path run) {
        Fit fit = options.fit(RunFolder.existing(run.normalize()));
        if (!fit.configuration().data().perturbedTrials().learned()) {
            throw new InputError("--partition has no effect on a fit that left perturbed trials out, because it is"
                    + " tested on all of them: leave it out.");
        }
    }

    private MeasuredOptions chosen() {
        current.ifPresent(size -> {
            if (!(size >= 0 && Double.isFinite(size))) {
                throw new InputError("--current is " + size
                        + ": give 0 or a positive number, because data.perturbed.effect gives the sign.");
            }
        });
        return new MeasuredOptions(current, calibrate.map(TimeWindow::of));
    }
}
