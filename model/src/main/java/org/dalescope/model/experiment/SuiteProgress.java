package org.dalescope.model.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far a suite is, in epochs; fits that stop early count as whole at their end. For one thread. */
public final class SuiteProgress {
    private final Map<Cell, Integer> epochs = new HashMap<>();
    private final Map<Cell, Integer> done = new HashMap<>();
    private long allEpochs;
    private long allDone;
    private long earlier;

    /** Adds fits to be done. */
    public void plan(SuiteRecord suite, List<Cell> cells) {
        for (Cell cell : cells) {
            int most = suite.arm(cell.arm()).configuration().training().epochs();
            if (epochs.putIfAbsent(cell, most) == null) {
                allEpochs += most;
            }
        }
    }

    /** A fit that was done, in part or whole, before this start: it says nothing about this start's speed. */
    public void before(Cell cell, int epoch) {
        earlier -= done.getOrDefault(cell, 0);
        at(cell, epoch);
        earlier += done.getOrDefault(cell, 0);
    }

    /** A fit is at an epoch. */
    public void at(Cell cell, int epoch) {
        int now = Math.min(epoch, epochs.getOrDefault(cell, 0));
        int then = done.getOrDefault(cell, 0);
        done.put(cell, now);
        allDone += now - then;
    }

    /** A fit is at its end, however early. */
    public void ended(Cell cell) {
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
