package org.dalescope.model.suite.results;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.evaluation.SharedReferences;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.SuiteResults.EnsembleKey;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/**
 * Computes the ensemble scores of an arm for a suite's results, from the rates averaged over its seeds. They are
 * written to {@code ensembles/SESSION/ARM.json} in the format of {@code scores.json}.
 */
public final class EnsembleScores {
    private EnsembleScores() {}

    /** Scores every arm with at least two finished seeds. If a seed was removed, the old file is deleted. */
    public static void write(
            SuiteFolder folder, SuiteResults results, List<SuiteSession> sessions, RecurrentEngine engine) {
        SharedReferences references = new SharedReferences();
        for (SuiteSession session : sessions) {
            for (Arm arm : results.suite().plan().arms()) {
                Map<Long, FitSummary> fits = results.bySeed(session.folder(), arm.name());
                if (fits.size() > 1) {
                    List<FittedNetwork> members = fits.keySet().stream()
                            .map(seed -> member(folder, session, arm, seed))
                            .toList();
                    ScoresJson.write(
                            folder.ensemble(session.folder(), arm.name()),
                            Evaluation.of(
                                    members,
                                    Partition.VALIDATION,
                                    references.of(members.getFirst().fit(), engine.workers()),
                                    engine));
                }
            }
        }
    }

    private static FittedNetwork member(SuiteFolder folder, SuiteSession session, Arm arm, long seed) {
        RunFolder run = folder.run(new FitKey(session.folder(), arm.name(), seed));
        Fit fit = Fit.of(session.session(), session.split(), arm.configuration(), seed);
        return RunNetworks.read(run, fit);
    }

    static Map<EnsembleKey, List<Score>> read(SuiteFolder folder, SuiteRecord suite) {
        Map<EnsembleKey, List<Score>> all = new LinkedHashMap<>();
        for (SuiteRecord.SessionNote session : suite.sessions()) {
            for (Arm arm : suite.plan().arms()) {
                var file = folder.ensemble(session.folder(), arm.name());
                if (Files.isRegularFile(file)) {
                    all.put(new EnsembleKey(session.folder(), arm.name()), ScoresJson.read(file));
                }
            }
        }
        return all;
    }
}
