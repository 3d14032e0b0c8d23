package org.dalescope.model.suite.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.common.Finding;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.results.SuiteResults.EnsembleKey;

/** Compares one arm of a suite with the base on one session, from the results of their fits. */
record ArmComparisonBuilder(SuiteResults results, String session) {

    ArmComparison of(Arm arm) {
        Map<Long, FitSummary> fits = results.bySeed(session, arm.name());
        PairedFits pairs = PairedFits.of(fits, results.bySeed(session, Arm.BASE));
        Collection<FitSummary> all = fits.values();
        Map<ScoreKind, ScoreSpread> scores = new EnumMap<>(ScoreKind.class);
        for (ScoreKind kind : ScoreKind.values()) {
            scores.put(kind, spread(all, fit -> fit.score(kind).value()));
        }
        Map<ScoreKind, Double> ensemble = ensemble(arm);
        boolean isCompared =
                !arm.isBase() && arm.fitsSameNeurons(results.suite().plan().base());
        PairedDifference overSeeds = isCompared ? pairs.overSeeds() : PairedDifference.none();
        return new ArmComparison(
                arm,
                List.copyOf(fits.keySet()),
                failures(arm),
                scores,
                compared(all),
                all.stream().map(FitSummary::rivals).findFirst().orElse(List.of()),
                spread(all, fit -> fit.score(ScoreKind.PSTH_R).shareOfTraining()),
                spread(all, fit -> fit.score(ScoreKind.PSTH_R).normalised()),
                ensemble,
                CeilingShare.of(ensemble.getOrDefault(ScoreKind.PSTH_R, Double.NaN), ceiling(all)),
                overSeeds,
                isCompared ? pairs.overNeurons() : PairedDifference.none(),
                ArmVerdict.of(overSeeds),
                median(all, FitSummary::convergedEpoch),
                median(all, FitSummary::convergedSeconds),
                spread(all, FitSummary::seconds).mean(),
                spread(all, fit -> fit.best().tauE()),
                spread(all, fit -> fit.best().tauI()),
                spread(all, fit -> fit.health().meanRate()),
                implausible(arm, fits),
                warnings(all));
    }

    private static List<ScoreSpread> compared(Collection<FitSummary> fits) {
        List<ScoreSpread> spreads = new ArrayList<>();
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                spreads.add(spread(fits, fit -> fit.compared().of(score, group)));
            }
        }
        return List.copyOf(spreads);
    }

    private static double ceiling(Collection<FitSummary> fits) {
        return fits.stream()
                .mapToDouble(fit -> fit.score(ScoreKind.PSTH_R).ceilingTrainingPsth())
                .findFirst()
                .orElse(Double.NaN);
    }

    private Map<ScoreKind, Double> ensemble(Arm arm) {
        Map<ScoreKind, Double> values = new EnumMap<>(ScoreKind.class);
        results.ensembles()
                .getOrDefault(new EnsembleKey(session, arm.name()), List.of())
                .forEach(score -> values.put(score.kind(), score.value()));
        return values;
    }

    private Map<Long, String> failures(Arm arm) {
        Map<Long, String> reasons = new LinkedHashMap<>();
        results.failures().forEach((cell, reason) -> {
            if (cell.session().equals(session) && cell.arm().equals(arm.name())) {
                reasons.put(cell.seed(), reason);
            }
        });
        return reasons;
    }

    private static List<Long> implausible(Arm arm, Map<Long, FitSummary> fits) {
        List<Long> seeds = new ArrayList<>();
        fits.forEach((seed, fit) -> {
            boolean broken =
                    arm.configuration().network().dale() && !fit.health().dale();
            if (broken || !fit.health().plausible()) {
                seeds.add(seed);
            }
        });
        return List.copyOf(seeds);
    }

    private static Map<String, Integer> warnings(Collection<FitSummary> fits) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FitSummary fit : fits) {
            fit.warnings().stream()
                    .filter(Finding::isSerious)
                    .map(Finding::code)
                    .distinct()
                    .forEach(code -> counts.merge(code, 1, Integer::sum));
        }
        return counts;
    }

    private static ScoreSpread spread(Collection<FitSummary> fits, ToDoubleFunction<FitSummary> value) {
        return ScoreSpread.of(
                PairedDifference.defined(fits.stream().mapToDouble(value).toArray()));
    }

    private static double median(Collection<FitSummary> fits, ToDoubleFunction<FitSummary> value) {
        return Descriptive.median(fits.stream().mapToDouble(value).toArray());
    }
}
