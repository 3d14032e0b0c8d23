package org.dalescope.app.ui.run;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/**
 * Opens the networks of the shown run and of runs that differ only in their seed. This takes time, so it is not for the
 * window's thread.
 */
public final class SeedCircuits {
    private static final int FEWEST_TRIALS = 2;

    private SeedCircuits() {}

    /**
     * The circuit of several runs.
     *
     * @param runs at least one run; all of one session and split
     * @param opened the session in the window, which is used if it is the run's own
     * @throws InputError if the session is not available or the partition has no trials
     */
    public static FittedCircuit open(List<RunFolder> runs, Partition partition, Optional<Session> opened) {
        Session session = RunSession.of(runs.getFirst(), opened);
        List<FittedNetwork> members = runs.stream()
                .map(folder -> RunNetworks.read(folder, FitRun.fit(folder, session)))
                .toList();
        Evaluation.checkComparable(members);
        int[] trials = members.getFirst().fit().split().trials(partition);
        if (trials.length < FEWEST_TRIALS) {
            throw new InputError(("The %s partition of this run has %s trials: choose another partition, or fit with "
                            + "data.test_share above 0.")
                    .formatted(partition.key(), trials.length));
        }
        return new FittedCircuit(members, trials);
    }
}
