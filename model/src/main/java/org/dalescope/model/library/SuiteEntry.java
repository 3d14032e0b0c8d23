package org.dalescope.model.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;

/**
 * A suite in the list of runs and suites of a folder.
 *
 * @param suite empty if {@code suite.json} is damaged
 * @param runs the fits that have started, in the order of the suite
 * @param broken failed fits that have not succeeded since
 */
public record SuiteEntry(SuiteFolder folder, Optional<SuiteRecord> suite, List<RunEntry> runs, Set<FitKey> broken) {
    /** Returns true if a fit has finished and was scored. */
    static boolean isFinished(RunEntry run) {
        boolean ended = run.status() == RunStatus.FINISHED || run.status() == RunStatus.EARLY_STOPPED;
        return ended && !run.score().equals(RunScore.NONE);
    }

    public int finished() {
        return (int) runs.stream().filter(SuiteEntry::isFinished).count();
    }

    public int failed() {
        return broken.size();
    }

    public int fits() {
        return suite.map(s -> s.cells().size()).orElse(0);
    }
}
