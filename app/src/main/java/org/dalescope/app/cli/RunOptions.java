package org.dalescope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command-line options for finished runs: the session's path and the partition. */
final class RunOptions {
    @Option(
            names = "--session",
            paramLabel = "SESSION",
            description = "The session file, if it was moved after the fit.")
    private Optional<Path> session = Optional.empty();

    @Option(
            names = "--partition",
            paramLabel = "PART",
            defaultValue = "validation",
            description = "validation, test or train (default: ${DEFAULT-VALUE}).")
    private Partition partition = Partition.VALIDATION;

    @Mixin
    private MappingOption mapping = new MappingOption();

    Partition partition() {
        return partition;
    }

    /**
     * The trials of the partition.
     *
     * @throws InputError if there are too few trials
     */
    int[] trials(RunFolder run, Fit fit) {
        int[] trials = fit.split().trials(partition);
        if (trials.length < 2) {
            throw new InputError("The " + partition.key() + " partition of " + run.folder() + " has " + trials.length
                    + " trials: fit with data.test_share above 0, or choose another --partition.");
        }
        return trials;
    }

    /** Returns true if the session is not at its recorded path and no other path is given. */
    boolean sessionIsGone(RunFolder run) {
        return session.isEmpty()
                && Files.notExists(Path.of(RunDescription.read(run).sessionPath()));
    }

    /** The fit of a run with its session. */
    Fit fit(RunFolder run) {
        Path file = session.orElseGet(() -> Path.of(RunDescription.read(run).sessionPath()));
        if (session.isEmpty() && Files.notExists(file)) {
            throw new InputError(
                    "The session " + file + " of " + run.folder() + " was not found: give its path with --session.");
        }
        return FitRun.fit(run, mapping.open(file, run.mapping()));
    }
}
