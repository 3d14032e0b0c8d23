package org.dalescope.model.suite.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.SuiteRecord;

/**
 * Counts the finished epochs of all fits while a suite runs. A fit that stops early counts as complete. Not
 * thread-safe.
 */
public final class SuiteProgress {
    private final Map<FitKey, Integer> epochs = new HashMap<>();
    private final Map<FitKey, Integer> done = new HashMap<>();
    private long allEpochs;
    private long allDone;
    private long earlier;

    /** Adds fits to be done. */
    public void plan(SuiteRecord suite, List<FitKey> cells) {
        for (FitKey cell : cells) {
            int most = suite.arm(cell.arm()).configuration().training().epochs();
            if (epochs.putIfAbsent(cell, most) == null) {
                allEpochs += most;
            }
        }
    }

    /** Records epochs that were done before this start; they do not count towards the speed of this start. */
    public void before(FitKey cell, int epoch) {
        earlier -= done.getOrDefault(cell, 0);
        at(cell, epoch);
        earlier += done.getOrDefault(cell, 0);
    }

    /** Records that a fit has reached an epoch. */
    public void at(FitKey cell, int epoch) {
        int now = Math.min(epoch, epochs.getOrDefault(cell, 0));
        int then = done.getOrDefault(cell, 0);
        done.put(cell, now);
        allDone += now - then;
    }

    /** Records that a fit has ended, early or not. */
    public void ended(FitKey cell) {
        at(cell, epochs.getOrDefault(cell, 0));
    }

    /** The completed share of all epochs, from 0 to 1. */
    public double share() {
        return allEpochs == 0 ? 1 : (double) allDone / allEpochs;
    }

    /**
     * The estimated remaining time in seconds, from the speed so far.
     *
     * @param secondsSoFar since this start
     * @return NaN before the first epoch
     */
    public double secondsLeft(double secondsSoFar) {
        long now = allDone - earlier;
        return now <= 0 ? Double.NaN : secondsSoFar * (allEpochs - allDone) / now;
    }
}
