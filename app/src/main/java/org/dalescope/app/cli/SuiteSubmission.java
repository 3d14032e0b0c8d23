package org.dalescope.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.about.LaunchedProgram;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.suite.launch.SlurmTaskEngine;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteTask;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.suite.store.SuiteFolder;

/** Submits and cancels the cluster tasks of the command {@code dalescope suite} on a login node. */
final class SuiteSubmission {
    private static final double LONGEST_PAUSE_SECONDS = 3600;

    private SuiteSubmission() {}

    static SuiteLauncher.Cluster place(EngineRequest asked, int atOnce, double pollSeconds) {
        if (!(pollSeconds > 0 && pollSeconds <= LONGEST_PAUSE_SECONDS)) {
            throw new InputError("--poll cannot be " + pollSeconds + ": use a number of seconds above 0, up to 3600.");
        }
        Duration pause = Duration.ofMillis(Math.max(1, Math.round(1000 * pollSeconds)));
        return new SuiteLauncher.Cluster(slurm(), LaunchedProgram.word(), SlurmTaskEngine.of(asked), atOnce, pause);
    }

    static int cancel(Path folder, Console console) {
        List<String> jobs = SuiteTask.cancel(SuiteFolder.existing(folder), slurm());
        console.out()
                .println(
                        jobs.isEmpty()
                                ? "The suite has no tasks on the cluster."
                                : "Cancelled: job " + String.join(", ", jobs) + ". The fits keep their checkpoints.");
        console.out().flush();
        return CommandLineProgram.DONE;
    }

    private static SlurmCluster slurm() {
        return SlurmCluster.onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }
}
