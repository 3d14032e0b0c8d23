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

/** Which of a suite's run folders hold the fits that it wants. */
record FinishedFits(SuiteFolder folder) {
    /** The fit that is there already, where it is the one that is wanted. */
    Optional<FitSummary> finished(SuiteRecord suite, FitKey cell) {
        try {
            return isWanted(suite, cell) ? FitSummary.read(folder, cell) : Optional.empty();
        } catch (UserError broken) {
            return Optional.empty();
        }
    }

    /** Whether the folder of a fit holds that fit, finished or not. */
    boolean isWanted(SuiteRecord suite, FitKey cell) {
        RunFolder run = folder.run(cell);
        return Files.isRegularFile(run.runJson())
                && FitSummary.isOf(run, note(suite, cell), suite.arm(cell.arm()).configuration(), cell.seed());
    }

    private static SessionNote note(SuiteRecord suite, FitKey cell) {
        return suite.session(cell.session());
    }
}
