package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.execution.TestPartitionOpening;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/**
 * Runs of one session and split that a command looks at together.
 *
 * @param trialIds of the partition that was asked for
 */
record RunGroup(List<FittedNetwork> members, int[] trialIds) {
    /**
     * Opens runs; that the test partition is looked at is written down in each.
     *
     * @throws InputError where there is none, one is named twice, or they are not of one session and split
     */
    static RunGroup open(List<Path> runs, RunOptions options, String command, Console console) {
        List<RunFolder> folders =
                runs.stream().map(run -> RunFolder.existing(run.normalize())).toList();
        if (folders.isEmpty()) {
            throw new InputError("No run is named: give one run folder or several.");
        }
        if (new HashSet<>(folders).size() < folders.size()) {
            throw new InputError("A run is named twice: it would weigh twice in the average.");
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
