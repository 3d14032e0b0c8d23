package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.dalescope.model.Refusal;
import org.dalescope.model.run.Evaluation;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunNetworks;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/**
 * Runs of one session and split that a command looks at together.
 *
 * @param trialIds of the partition that was asked for
 */
record FittedRuns(List<FittedNetwork> members, int[] trialIds) {
    /**
     * Opens runs; that the test partition is looked at is written down in each.
     *
     * @throws Refusal where there is none, one is named twice, or they are not of one session and split
     */
    static FittedRuns open(List<Path> runs, RunOptions options, String command, Console console) {
        List<RunFolder> folders =
                runs.stream().map(run -> RunFolder.existing(run.normalize())).toList();
        if (folders.isEmpty()) {
            throw new Refusal("No run is named: give one run folder or several.");
        }
        if (new HashSet<>(folders).size() < folders.size()) {
            throw new Refusal("A run is named twice: it would weigh twice in the average.");
        }
        List<FittedNetwork> members = folders.stream()
                .map(folder -> RunNetworks.read(folder, options.fit(folder)))
                .toList();
        Evaluation.checkComparable(members);
        int[] trials = options.trials(folders.getFirst(), members.getFirst().fit());
        if (options.partition() == Partition.TEST) {
            folders.forEach(folder -> logOpening(folder, command, console));
        }
        return new FittedRuns(members, trials);
    }

    /** The test partition is for one look; more looks are allowed but counted, because they bias the choice of models. */
    private static void logOpening(RunFolder folder, String command, Console console) {
        RunDescription description = RunDescription.read(folder).testOpenedBy(command);
        description.write(folder);
        if (description.testOpened() > 1) {
            console.err()
                    .println("Warning: the test partition of " + folder.folder() + " was opened "
                            + description.testOpened()
                            + " times; scores that were looked at repeatedly are no longer a test.");
        }
    }
}
