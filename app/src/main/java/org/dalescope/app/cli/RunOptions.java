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

/** Where a run's session lies, and a partition of it: what commands on finished runs take. */
final class RunOptions {
    @Option(names = "--session", paramLabel = "SESSION", description = "The session, where it has moved since the fit.")
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
     * @throws InputError where there are too few to do anything with
     */
    int[] trials(RunFolder run, Fit fit) {
        int[] trials = fit.split().trials(partition);
        if (trials.length < 2) {
            throw new InputError("The " + partition.key() + " partition of " + run.folder() + " has " + trials.length
                    + " trials: fit with data.test_share above 0, or choose another --partition.");
        }
        return trials;
    }

    /** Whether the session is no longer where the run found it and no other place is named. */
    boolean sessionIsGone(RunFolder run) {
        return session.isEmpty()
                && Files.notExists(Path.of(RunDescription.read(run).sessionPath()));
    }

    /** The fit of the run, on its session. */
    Fit fit(RunFolder run) {
        Path file = session.orElseGet(() -> Path.of(RunDescription.read(run).sessionPath()));
        if (session.isEmpty() && Files.notExists(file)) {
            throw new InputError(
                    "The session " + file + " of " + run.folder() + " is no longer there: name it with --session.");
        }
        return FitRun.fit(run, mapping.open(file, run.mapping()));
    }
}
