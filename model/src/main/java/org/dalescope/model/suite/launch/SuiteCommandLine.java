package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.ShellCommand;
import org.dalescope.model.suite.plan.SeedList;

/**
 * The shell command that starts or continues the fits of a suite.
 *
 * @param plan a plan file, or the name of a shipped plan
 * @param changes settings for every arm, by key
 * @param seeds in the format of {@link SeedList}; empty for the seeds of the plan
 * @param split {@code stratified}, {@code reference} or a file; empty for the split of the plan
 * @param parallel number of fits that run at once
 * @param onCluster true if the fits run as job arrays on a SLURM cluster
 */
public record SuiteCommandLine(
        String plan,
        String session,
        Map<String, String> changes,
        String seeds,
        String split,
        int parallel,
        boolean onCluster,
        Path out) {
    /** The command as text for a POSIX shell. */
    public String text() {
        return ShellCommand.of("dalescope", "suite", plan)
                .option("--session", session)
                .settings(changes)
                .option("--seeds", Optional.of(seeds).filter(given -> !given.isEmpty()))
                .option("--split", Optional.of(split).filter(given -> !given.isEmpty()))
                .option("--launcher", onCluster ? Optional.of("slurm") : Optional.empty())
                .option("--parallel", parallel)
                .option("--out", out)
                .text();
    }
}
