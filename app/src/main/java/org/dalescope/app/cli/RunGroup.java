package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.run.store.TestPartitionOpening;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/**
 * A group of runs with the same session and split that a command-line command evaluates together.
 *
 * @param trialIds trial ids of the requested partition
 */
record RunGroup(List<FittedNetwork> members, int[] trialIds) {
    /**
     * Opens runs. If the test partition is used, this is recorded in each run.
     *
     * @throws InputError if no run is given, a run is given twice, or the runs differ in session or split
     */
    static RunGroup open(List<Path> runs, RunOptions options, String command, Console console) {
        List<RunFolder> folders =
                runs.stream().map(run -> RunFolder.existing(run.normalize())).toList();
        if (folders.isEmpty()) {
            throw new InputError("No run is given: give one or more run folders.");
        }
        if (new HashSet<>(folders).size() < folders.size()) {
            throw new InputError(
                    "A run is given twice: remove the duplicate, because it would count twice in the average.");
        }
        List<FittedNetwork> members = folders.stream()
                .map(folder -> RunNetworks.read(folder, options.fit(folder)))
                .toList();
        Evaluation.checkComparable(members);
        int[] trials = options.trials(folders.getFirst(), members.getFirst().fit());
        if (options.partition() == Partition.TEST) {
            folders.forEach(folder -> TestPartitionOpening.log(folder, command)
                    .ifPresent(words -> console.err().println("Warning: " + words)));
        }
        return new RunGroup(members, trials);
    }
}
