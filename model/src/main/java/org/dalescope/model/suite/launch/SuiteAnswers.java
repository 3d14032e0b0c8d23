package org.dalescope.model.suite.launch;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.suite.answer.ArmCircuits;
import org.dalescope.model.suite.answer.SuiteAnswer;
import org.dalescope.model.suite.emergence.EmergenceFiles;
import org.dalescope.model.suite.emergence.EmergenceQuestion;
import org.dalescope.model.suite.grant.GrantFactors;
import org.dalescope.model.suite.grant.GrantFigureFiles;
import org.dalescope.model.suite.grant.GrantFigureQuestion;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;

/** Computes and reads the answers to the questions of suites. */
public final class SuiteAnswers {
    private SuiteAnswers() {}

    static void write(
            SuiteQuestion question,
            SuiteFolder folder,
            SuiteResults results,
            List<SuiteSession> sessions,
            RecurrentEngine engine) {
        switch (question) {
            case EMERGENCE ->
                EmergenceFiles.write(
                        folder,
                        EmergenceQuestion.answer(folder, results, sessions, engine),
                        ArmCircuits.unanswered(results, question));
            case GRANT_FIGURE ->
                GrantFigureFiles.write(folder, GrantFigureQuestion.answer(folder, results, sessions, engine));
        }
    }

    /**
     * Checks before the first fit that the sessions can answer a question.
     *
     * @throws InputError if one cannot
     */
    static void check(SuiteQuestion question, SuitePlan plan, List<SuiteSession> sessions) {
        switch (question) {
            case EMERGENCE -> {}
            case GRANT_FIGURE -> GrantFactors.of(plan, sessions);
        }
    }

    /** The answer in a suite's folder; empty if its plan asks no question or the suite has not finished. */
    public static Optional<SuiteAnswer> read(SuiteFolder folder) {
        Optional<SuiteAnswer> emergence = EmergenceFiles.read(folder).map(answer -> answer);
        return emergence.or(() -> GrantFigureFiles.read(folder).map(answer -> answer));
    }
}
