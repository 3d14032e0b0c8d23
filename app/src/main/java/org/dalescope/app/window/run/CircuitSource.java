package org.dalescope.app.window.run;

import java.util.List;
import java.util.Optional;
import org.dalescope.app.words.Words;
import org.dalescope.model.Refusal;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.run.Evaluation;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunNetworks;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/** Opens the networks of runs that differ by their seed; takes a while, so not for the window's thread. */
public final class CircuitSource {
    private static final int FEWEST_TRIALS = 2;

    private CircuitSource() {}

    /**
     * The circuit of some runs.
     *
     * @param runs one at least, of one session and split
     * @param opened the session in the window, which is used where it is the run's own
     * @throws Refusal where the session has gone or the partition has no trials
     */
    public static FittedCircuit open(List<RunFolder> runs, Partition partition, Optional<Session> opened) {
        Session session = RunSession.of(runs.getFirst(), opened);
        List<FittedNetwork> members = runs.stream()
                .map(folder -> RunNetworks.read(folder, FitRun.fit(folder, session)))
                .toList();
        Evaluation.checkComparable(members);
        int[] trials = members.getFirst().fit().split().trials(partition);
        if (trials.length < FEWEST_TRIALS) {
            throw new Refusal(Words.of("run.the-partition-of-this", partition.key(), trials.length));
        }
        return new FittedCircuit(members, trials);
    }
}
