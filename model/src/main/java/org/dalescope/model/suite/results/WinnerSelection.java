package org.dalescope.model.suite.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.Combination;

/** Selects the winning arms from a suite's results, for a combination. */
public final class WinnerSelection {
    private WinnerSelection() {}

    /**
     * The arm that joins the changes of the winners. If two winners change the same setting, the later group decides.
     * Empty if fewer than two groups have a winner, because a single winner is already an arm.
     *
     * @param comparisons one per session; an arm wins if its mean difference over sessions is the largest in its group
     *     among the arms that are better on every session
     */
    public static Optional<Arm> combine(Combination combination, List<Arm> arms, List<SuiteComparison> comparisons) {
        Arm base = arms.getFirst();
        List<Arm> winners = combination.groups().stream()
                .flatMap(group -> winner(group, arms, comparisons).stream())
                .toList();
        if (winners.size() < 2) {
            return Optional.empty();
        }
        Configuration joined = base.configuration();
        for (Arm winner : winners) {
            joined = joined.with(winner.changesFrom(base.configuration()));
        }
        String names = winners.stream().map(Arm::name).collect(Collectors.joining(" + "));
        String help = combination.help() + (combination.help().isEmpty() ? "" : " ") + "The arms are: " + names + ".";
        return Optional.of(new Arm(combination.name(), "combined", help, base.preset(), joined));
    }

    private static Optional<Arm> winner(String group, List<Arm> arms, List<SuiteComparison> comparisons) {
        return arms.stream()
                .filter(arm -> arm.group().equals(group))
                .filter(arm -> rows(arm, comparisons).stream()
                        .allMatch(row -> row.verdict() == ArmVerdict.BETTER
                                && row.implausible().isEmpty()
                                && row.failures().isEmpty()))
                .max(Comparator.comparingDouble(arm -> rows(arm, comparisons).stream()
                        .mapToDouble(row -> row.overSeeds().mean())
                        .average()
                        .orElse(Double.NEGATIVE_INFINITY)));
    }

    private static List<ArmComparison> rows(Arm arm, List<SuiteComparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparison.arms().stream()
                        .filter(row -> row.arm().equals(arm))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
