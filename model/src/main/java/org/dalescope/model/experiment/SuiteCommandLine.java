package org.dalescope.model.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.run.ShellWord;

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
                List.of("dalescope", "suite", ShellWord.quoted(plan), "--session", ShellWord.quoted(session)));
        changes.forEach((key, value) -> words.addAll(List.of("--set", ShellWord.quoted(key + "=" + value))));
        if (!seeds.isEmpty()) {
            words.addAll(List.of("--seeds", ShellWord.quoted(seeds)));
        }
        if (!split.isEmpty()) {
            words.addAll(List.of("--split", ShellWord.quoted(split)));
        }
        if (onCluster) {
            words.addAll(List.of("--launcher", "slurm"));
        }
        words.addAll(List.of("--parallel", Integer.toString(parallel), "--out", ShellWord.quoted(out.toString())));
        return String.join(" ", words);
    }
}
