package org.dalescope.model.suite.launch;

import java.nio.file.Files;
import java.util.Optional;
import org.dalescope.model.common.UserError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteRecord.SessionNote;

/** Decides which fits of a suite need not run again, because their run folders already hold them. */
record FinishedFits(SuiteFolder folder) {
    /** The finished fit in the run folder; empty if there is none or if the folder holds a different fit. */
    Optional<FitSummary> finished(SuiteRecord suite, FitKey cell) {
        try {
            return isWanted(suite, cell) ? FitSummary.read(folder, cell) : Optional.empty();
        } catch (UserError broken) {
            return Optional.empty();
        }
    }

    /** Returns true if the run folder holds this fit, finished or not. */
    boolean isWanted(SuiteRecord suite, FitKey cell) {
        RunFolder run = folder.run(cell);
        return Files.isRegularFile(run.runJson())
                && FitSummary.isOf(run, note(suite, cell), suite.arm(cell.arm()).configuration(), cell.seed());
    }

    private static SessionNote note(SuiteRecord suite, FitKey cell) {
        return suite.session(cell.session());
    }
}
