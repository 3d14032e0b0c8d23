package org.dalescope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.PerturbationExperiment;
import org.dalescope.model.analysis.perturbation.PerturbationJson;
import org.dalescope.model.analysis.perturbation.PerturbationReport;
import org.dalescope.model.analysis.perturbation.PerturbationRun;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.math.simd.WorkerThreads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** The {@code dalescope perturb} command, which runs fitted networks with and without a perturbation. */
@Command(
        name = "perturb",
        mixinStandardHelpOptions = true,
        description =
                "Runs fitted networks with and without a perturbation, on the same trials and with the same noise, and"
                        + " reports the changes. Several runs must have the same session and split; they count as its"
                        + " seeds.")
final class PerturbCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> runs = List.of();

    @Mixin
    private PerturbationOptions perturbation = new PerturbationOptions();

    @Option(
            names = "--from",
            paramLabel = "FILE.json",
            description = "File with a perturbation as --json prints it, instead of the options.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the result (JSON), and its tables and PSTHs by bin (CSV).")
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
        Perturbation wanted = wanted();
        RunGroup fitted = RunGroup.open(runs, options, TypedCommand.text(spec), console);
        FittedCircuit circuit = new FittedCircuit(fitted.members(), fitted.trialIds());
        try (WorkerThreads workers = WorkerThreads.of(threads.number())) {
            PerturbationExperiment laboratory = new PerturbationExperiment(circuit, workers, Progress.SILENT);
            PerturbationRun run = laboratory.run(wanted, Progress.SILENT);
            AnalysisResult result = laboratory.report(run);
            out.ifPresent(folder -> {
                AnalysisFiles.write(result, folder);
                AtomicFile.write(folder.resolve("perturb_psths.csv"), AnalysisFiles.csv(PerturbationReport.psths(run)));
            });
            print(result, wanted, console);
        }
        return CommandLineProgram.DONE;
    }

    private Perturbation wanted() {
        if (from.isEmpty()) {
            return perturbation.perturbation();
        }
        if (!perturbation.isEmpty()) {
            throw new InputError(
                    "--from cannot be combined with options that describe a perturbation: give only one of the two.");
        }
        try {
            return PerturbationJson.read(Files.readString(from.get()));
        } catch (IOException e) {
            throw new StorageError(from.get() + " cannot be read: give a JSON file with a perturbation.", e);
        }
    }

    private void print(AnalysisResult result, Perturbation wanted, Console console) {
        if (json) {
            ObjectNode root = AnalysisFiles.json(result);
            root.put("text", PerturbationText.of(wanted));
            root.set("perturbation", PerturbationJson.of(wanted));
            console.json(root);
            return;
        }
        AnalysisText.print(result, out, console);
    }
}
