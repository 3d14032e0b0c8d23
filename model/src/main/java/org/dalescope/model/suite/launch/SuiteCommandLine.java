package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.ShellQuoting;
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
        List<String> words = new ArrayList<>(
                List.of("dalescope", "suite", ShellQuoting.quoted(plan), "--session", ShellQuoting.quoted(session)));
        changes.forEach((key, value) -> words.addAll(List.of("--set", ShellQuoting.quoted(key + "=" + value))));
        if (!seeds.isEmpty()) {
            words.addAll(List.of("--seeds", ShellQuoting.quoted(seeds)));
        }
        if (!split.isEmpty()) {
            words.addAll(List.of("--split", ShellQuoting.quoted(split)));
        }
        if (onCluster) {
            words.addAll(List.of("--launcher", "slurm"));
        }
        words.addAll(List.of("--parallel", Integer.toString(parallel), "--out", ShellQuoting.quoted(out.toString())));
        return String.join(" ", words);
    }
}
