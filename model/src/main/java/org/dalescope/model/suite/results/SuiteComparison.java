package org.dalescope.model.suite.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.suite.plan.SuitePlan;

/**
 * The comparison of a suite's arms on one session. Scores are those of the validation trials. The ceilings are those of
 * the arms that are fitted to the base's neurons.
 *
 * @param session name of the session's folder in the suite
 * @param arms the base first
 * @param pairs comparisons of two arms of one experiment
 * @param findings what a reader must know to judge the table
 */
public record SuiteComparison(
        String session,
        List<ArmComparison> arms,
        List<ArmPair> pairs,
        double ceilingTrainingPsth,
        double ceilingSplitHalf,
        List<Finding> findings) {

    /** One comparison per session. */
    public static List<SuiteComparison> of(SuiteResults results) {
        return results.suite().sessions().stream()
                .map(session -> of(results, session.folder()))
                .toList();
    }

    private static SuiteComparison of(SuiteResults results, String session) {
        ArmComparisonBuilder reading = new ArmComparisonBuilder(results, session);
        List<ArmComparison> arms =
                results.suite().plan().arms().stream().map(reading::of).toList();
        Score any = results.fits().values().stream()
                .filter(fit -> fit.cell().session().equals(session))
                .filter(fit -> results.suite()
                        .arm(fit.cell().arm())
                        .fitsSameNeurons(results.suite().plan().base()))
                .map(fit -> fit.score(ScoreKind.PSTH_R))
                .findFirst()
                .orElse(Score.undefined(ScoreKind.PSTH_R));
        List<Finding> findings = new ArrayList<>(twins(results, session));
        findings.addAll(leftOut(results, session));
        findings.addAll(otherNeurons(results.suite().plan()));
        findings.addAll(flagged(arms));
        findings.addAll(caveats(results));
        return new SuiteComparison(
                session,
                arms,
                ArmPair.of(results, session),
                any.ceilingTrainingPsth(),
                any.ceilingSplitHalf(),
                List.copyOf(findings));
    }

    public ArmComparison base() {
        return arms.getFirst();
    }

    /** Findings on arms with identical networks: the settings that differ have no effect. */
    private static List<Finding> twins(SuiteResults results, String session) {
        Map<String, List<FitSummary>> byNetwork = new LinkedHashMap<>();
        for (FitSummary fit : results.fits().values()) {
            if (fit.cell().session().equals(session)) {
                byNetwork
                        .computeIfAbsent(fit.cell().seed() + fit.parametersSha256(), _ -> new ArrayList<>())
                        .add(fit);
            }
        }
        Map<List<String>, List<Long>> seedsByPair = new LinkedHashMap<>();
        for (List<FitSummary> same : byNetwork.values()) {
            for (FitSummary twin : same.subList(1, same.size())) {
                List<String> pair =
                        List.of(same.getFirst().cell().arm(), twin.cell().arm());
                seedsByPair
                        .computeIfAbsent(pair, _ -> new ArrayList<>())
                        .add(twin.cell().seed());
            }
        }
        List<Finding> found = new ArrayList<>();
        seedsByPair.forEach((pair, seeds) -> found.add(twins(results, session, pair.get(0), pair.get(1), seeds)));
        return found;
    }

    private static Finding twins(SuiteResults results, String session, String first, String second, List<Long> seeds) {
        String differ = String.join(
                ", ",
                results.suite()
                        .arm(second)
                        .changesFrom(results.suite().arm(first).configuration())
                        .keySet());
        var shared = new ArrayList<>(results.bySeed(session, first).keySet());
        shared.retainAll(results.bySeed(session, second).keySet());
        return seeds.size() == shared.size()
                ? Finding.warning(
                        "identical-arms",
                        "The arms '" + first + "' and '" + second
                                + "' end with identical networks, so the settings in which they differ (" + differ
                                + ") have no effect here.")
                : Finding.notice(
                        "identical-fits",
                        "The arms '" + first + "' and '" + second + "' end with identical networks with seeds " + seeds
                                + " of " + shared + ": the settings in which they differ (" + differ
                                + ") rarely have an effect here.");
    }

    private static List<Finding> leftOut(SuiteResults results, String session) {
        return results.suite().leftOut().stream()
                .filter(out -> out.session().equals(session))
                .map(out -> Finding.notice("arm-left-out", "Arm '" + out.arm() + "' was left out: " + out.reason()))
                .toList();
    }

    private static List<Finding> otherNeurons(SuitePlan plan) {
        return plan.arms().stream()
                .filter(arm -> !arm.fitsSameNeurons(plan.base()))
                .map(arm -> Finding.notice(
                        "other-neurons",
                        "Arm '" + arm.name() + "' is fitted to other cell types ("
                                + Curation.FITTED_TYPES + "="
                                + arm.configuration().data().fittedTypes()
                                + ") than the base, so its scores are not compared."))
                .toList();
    }

    private static List<Finding> flagged(List<ArmComparison> arms) {
        List<Finding> findings = new ArrayList<>();
        for (ArmComparison arm : arms) {
            arm.failures()
                    .forEach((seed, reason) -> findings.add(Finding.warning(
                            "fit-failed", "Arm '" + arm.arm().name() + "', seed " + seed + " failed: " + reason)));
            if (!arm.implausible().isEmpty()) {
                findings.add(Finding.warning(
                        "implausible",
                        "Arm '" + arm.arm().name()
                                + "' has implausible networks with seeds " + arm.implausible()
                                + ": a mean rate is outside 1-50 sp/s, a constant rate predicts some neuron better, or"
                                + " Dale's law is violated. 'dalescope evaluate' names the neurons; do not draw"
                                + " conclusions about them."));
            }
        }
        return findings;
    }

    private static List<Finding> caveats(SuiteResults results) {
        List<Finding> findings = new ArrayList<>();
        int seeds = results.suite().plan().seeds().size();
        SuitePlan plan = results.suite().plan();
        int compared = (int) plan.arms().stream()
                        .filter(arm -> arm.fitsSameNeurons(plan.base()))
                        .count()
                - 1;
        if (seeds < 6 && compared > 0) {
            findings.add(Finding.notice(
                    "few-seeds",
                    "With " + seeds + (seeds == 1 ? " seed" : " seeds") + " the smallest p over seeds is "
                            + SignFlipPermutation.smallestP(seeds)
                            + ": judge by the interval, or run more seeds (--seeds)."));
        }
        if (compared > 5) {
            findings.add(Finding.notice(
                    "many-arms",
                    compared
                            + " arms are compared with the base. By chance, one in twenty arms without any effect has a"
                            + " 95 % interval that excludes 0. Repeat the arms that you choose with other seeds."));
        }
        results.suite()
                .plan()
                .combinations()
                .forEach(open -> findings.add(Finding.notice(
                        "nothing-to-combine",
                        "'" + open.name() + "' was not run, because fewer than two of the groups "
                                + String.join(", ", open.groups())
                                + " have an arm that is better than the base by more than seed noise.")));
        return findings;
    }
}
