package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.suite.plan.SeedList;

/**
 * The command that runs a suite, and goes on with it.
 *
 * @param plan a plan's file or shipped name
 * @param changes settings for every arm, by key
 * @param seeds as {@link SeedList} reads them; empty for the plan's
 * @param split {@code stratified}, {@code reference} or a file; empty for the plan's
 * @param parallel fits at once
 * @param onCluster whether they run as job arrays of a SLURM cluster
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
    /** As it is typed into a POSIX shell. */
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
