package org.dalescope.model.suite.launch;

import java.util.List;
import java.util.Map;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.EpochSnapshot;

/**
 * Receives the progress of a suite while its fits run. Calls come one at a time, from the threads that run the fits.
 */
public interface SuiteListener {
    /**
     * Called before the first fit, and again when a combination of winners becomes an arm.
     *
     * @param finished fits that are already finished and are not repeated
     */
    void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> finished);

    /**
     * A fit starts or continues.
     *
     * @param epoch number of epochs that are already done
     */
    void started(FitKey cell, int epoch);

    void epoch(FitKey cell, EpochSnapshot snapshot);

    /** A fit that runs in another program has reached an epoch. */
    void reached(FitKey cell, int epoch);

    void finished(FitKey cell, FitSummary fit);

    /** A fit failed; the suite continues. */
    void failed(FitKey cell, String reason);

    /** A message for the user. */
    void note(String sentence);
}
