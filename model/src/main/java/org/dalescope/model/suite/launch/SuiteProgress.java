package org.dalescope.model.suite.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.SuiteRecord;

/** How far a suite is, in epochs; fits that stop early count as whole at their end. For one thread. */
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

    /** A fit that was done, in part or whole, before this start: it says nothing about this start's speed. */
    public void before(FitKey cell, int epoch) {
        earlier -= done.getOrDefault(cell, 0);
        at(cell, epoch);
        earlier += done.getOrDefault(cell, 0);
    }

    /** A fit is at an epoch. */
    public void at(FitKey cell, int epoch) {
        int now = Math.min(epoch, epochs.getOrDefault(cell, 0));
        int then = done.getOrDefault(cell, 0);
        done.put(cell, now);
        allDone += now - then;
    }

    /** A fit is at its end, however early. */
    public void ended(FitKey cell) {
        at(cell, epochs.getOrDefault(cell, 0));
    }

    /** From 0 to 1. */
    public double share() {
        return allEpochs == 0 ? 1 : (double) allDone / allEpochs;
    }

    /**
     * Time that the rest takes at the speed so far.
     *
     * @param secondsSoFar since this start
     * @return NaN before the first epoch
     */
    public double secondsLeft(double secondsSoFar) {
        long now = allDone - earlier;
        return now <= 0 ? Double.NaN : secondsSoFar * (allEpochs - allDone) / now;
    }
}
