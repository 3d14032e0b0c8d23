package org.dalescope.model.experiment;

import java.util.List;
import java.util.Map;
import org.dalescope.model.training.Snapshot;

/** Told how a suite goes; calls come one at a time, from the threads that fit. */
public interface SuiteListener {
    /**
     * Before the first fit, and again when winners have become an arm.
     *
     * @param finished fits that are there already and are not repeated
     */
    void planned(SuiteRecord suite, List<Cell> cells, Map<Cell, FitSummary> finished);

    /**
     * A fit begins, or goes on.
     *
     * @param epoch epochs that it has behind it
     */
    void started(Cell cell, int epoch);

    void epoch(Cell cell, Snapshot snapshot);

    /** A fit that runs in another program has come to an epoch. */
    void reached(Cell cell, int epoch);

    void finished(Cell cell, FitSummary fit);

    /** A fit came to nothing; the suite goes on. */
    void failed(Cell cell, String reason);

    /** Something that a person should know. */
    void note(String sentence);
}
