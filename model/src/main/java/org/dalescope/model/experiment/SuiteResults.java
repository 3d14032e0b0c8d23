package org.dalescope.model.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.scoring.Score;

/**
 * What a suite's folder holds so far.
 *
 * @param fits the finished fits
 * @param failures the fits that came to nothing, with the reason
 * @param ensembles scores of an arm's networks taken together, by session and arm
 */
public record SuiteResults(
        SuiteRecord suite,
        Map<Cell, FitSummary> fits,
        Map<Cell, String> failures,
        Map<EnsembleKey, List<Score>> ensembles) {

    /** An arm on a session. */
    public record EnsembleKey(String session, String arm) {}

    /** Reads a suite's folder. */
    public static SuiteResults read(SuiteFolder folder) {
        SuiteRecord suite = SuiteJson.read(folder);
        Map<Cell, FitSummary> fits = new LinkedHashMap<>();
        for (Cell cell : suite.cells()) {
            FitSummary.read(folder, cell).ifPresent(fit -> fits.put(cell, fit));
        }
        Map<Cell, String> failures = new LinkedHashMap<>(Failures.read(folder).sentences());
        failures.keySet().removeIf(fits::containsKey);
        return new SuiteResults(suite, fits, failures, Ensembles.read(folder, suite));
    }

    /** An arm's finished fits on a session, by seed. */
    public Map<Long, FitSummary> bySeed(String session, String arm) {
        Map<Long, FitSummary> found = new LinkedHashMap<>();
        for (long seed : suite.plan().seeds()) {
            Optional.ofNullable(fits.get(new Cell(session, arm, seed))).ifPresent(fit -> found.put(seed, fit));
        }
        return found;
    }

    /** psth_r of each neuron averaged over an arm's seeds, by neuron id. */
    public Map<Integer, Double> perNeuron(String session, String arm) {
        return PairedFits.byNeuron(bySeed(session, arm).values());
    }
}
