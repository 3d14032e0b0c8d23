package org.dalescope.model.suite.launch;

import java.util.List;
import java.util.Map;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.EpochSnapshot;

/** Told how a suite goes; calls come one at a time, from the threads that fit. */
public interface SuiteListener {
    /**
     * Before the first fit, and again when winners have become an arm.
     *
     * @param finished fits that are there already and are not repeated
     */
    void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> finished);

    /**
     * A fit begins, or goes on.
     *
     * @param epoch epochs that it has behind it
     */
    void started(FitKey cell, int epoch);

    void epoch(FitKey cell, EpochSnapshot snapshot);

    /** A fit that runs in another program has come to an epoch. */
    void reached(FitKey cell, int epoch);

    void finished(FitKey cell, FitSummary fit);

    /** A fit came to nothing; the suite goes on. */
    void failed(FitKey cell, String reason);

    /** Something that a person should know. */
    void note(String sentence);
}
