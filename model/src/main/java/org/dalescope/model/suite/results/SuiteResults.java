package org.dalescope.model.suite.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.FailuresFile;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;

/**
 * The results of a suite that its folder contains so far.
 *
 * @param fits the finished fits
 * @param failures the failed fits, with the reason
 * @param ensembles ensemble scores by session and arm
 */
public record SuiteResults(
        SuiteRecord suite,
        Map<FitKey, FitSummary> fits,
        Map<FitKey, String> failures,
        Map<EnsembleKey, List<Score>> ensembles) {

    /** The key of an ensemble: a session and an arm. */
    public record EnsembleKey(String session, String arm) {}

    /** Reads the folder of a suite. */
    public static SuiteResults read(SuiteFolder folder) {
        SuiteRecord suite = SuiteJson.read(folder);
        Map<FitKey, FitSummary> fits = new LinkedHashMap<>();
        for (FitKey cell : suite.cells()) {
            FitSummary.read(folder, cell).ifPresent(fit -> fits.put(cell, fit));
        }
        Map<FitKey, String> failures =
                new LinkedHashMap<>(FailuresFile.read(folder).sentences());
        failures.keySet().removeIf(fits::containsKey);
        return new SuiteResults(suite, fits, failures, EnsembleScores.read(folder, suite));
    }

    /** The finished fits of an arm on a session, by seed. */
    public Map<Long, FitSummary> bySeed(String session, String arm) {
        Map<Long, FitSummary> found = new LinkedHashMap<>();
        for (long seed : suite.plan().seeds()) {
            Optional.ofNullable(fits.get(new FitKey(session, arm, seed))).ifPresent(fit -> found.put(seed, fit));
        }
        return found;
    }

    /** The psth_r of each neuron, averaged over the seeds of an arm, by neuron id. */
    public Map<Integer, Double> perNeuron(String session, String arm) {
        return PairedFits.byNeuron(bySeed(session, arm).values());
    }
}
