package org.dalescope.model.suite.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.run.store.TestPartitionOpening;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/** The finished networks of a suite's arms on the sealed trials, for the answer to the suite's question. */
public final class ArmCircuits {
    private final SuiteFolder folder;
    private final SuiteResults results;

    public ArmCircuits(SuiteFolder folder, SuiteResults results) {
        this.folder = folder;
        this.results = results;
    }

    /** The finished networks of an arm on the sealed trials; empty if there are none. Every run notes the opening. */
    public Optional<FittedCircuit> sealed(SuiteSession session, Arm arm) {
        Map<Long, FitSummary> fits = results.bySeed(session.folder(), arm.name());
        List<FittedNetwork> members = new ArrayList<>();
        for (long seed : fits.keySet()) {
            RunFolder run = folder.run(new FitKey(session.folder(), arm.name(), seed));
            TestPartitionOpening.log(run, results.suite().command());
            members.add(RunNetworks.read(run, Fit.of(session.session(), session.split(), arm.configuration(), seed)));
        }
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new FittedCircuit(
                        List.copyOf(members), members.getFirst().fit().split().test()));
    }

    /** Whether every arm that a question needs has a finished fit on a session. */
    public boolean areComplete(SuiteQuestion question, String session) {
        return missing(results, question, session).isEmpty();
    }

    /** A sentence for every session that lacks an arm which the answer to a question needs. */
    public static List<String> unanswered(SuiteResults results, SuiteQuestion question) {
        List<String> sentences = new ArrayList<>();
        for (SuiteRecord.SessionNote session : results.suite().sessions()) {
            missing(results, question, session.folder())
                    .ifPresent(arm -> sentences.add("In " + session.name()
                            + ", the question has no answer, because the arm '" + arm + "' has no finished fit: "
                            + reason(results, session.folder(), arm)));
        }
        return List.copyOf(sentences);
    }

    private static String reason(SuiteResults results, String session, String arm) {
        Optional<String> leftOut = results.suite().leftOut().stream()
                .filter(out -> out.session().equals(session) && out.arm().equals(arm))
                .map(SuiteRecord.LeftOut::reason)
                .findFirst();
        return leftOut.or(() -> results.failures().entrySet().stream()
                        .filter(failed -> failed.getKey().session().equals(session)
                                && failed.getKey().arm().equals(arm))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse("continue the suite.");
    }

    /** The first arm that the answer needs and that has no finished fit. */
    private static Optional<String> missing(SuiteResults results, SuiteQuestion question, String session) {
        return question.arms().stream()
                .filter(arm -> results.bySeed(session, arm).isEmpty())
                .findFirst();
    }
}
