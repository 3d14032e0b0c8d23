package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Factor;

/** Quality checks of factors: factors with one level, rare levels, and pairs of factors that go together. */
final class FactorChecks {
    private static final double RARE_SHARE = 0.05;
    private static final int RARE_TRIALS = 10;
    private static final double ASSOCIATED = 0.5;
    /** A factor with more levels is an index and not a condition. */
    private static final int MOST_LEVELS = 12;

    private FactorChecks() {}

    static List<Finding> of(SessionActivity activity) {
        List<Finding> findings = new ArrayList<>();
        List<Factor> factors = activity.session().factors();
        List<String> constant = factors.stream()
                .filter(factor -> factor.levels().length < 2)
                .map(Factor::name)
                .toList();
        if (!constant.isEmpty()) {
            findings.add(Finding.notice(
                    "constant-factor",
                    "Factor " + String.join(", ", constant) + " has only one level and cannot separate trials: check"
                            + " the export."));
        }
        List<Factor> discrete = factors.stream()
                .filter(f -> f.kind() != Factor.Kind.CONTINUOUS)
                .filter(f -> f.levels().length >= 2 && f.levels().length <= MOST_LEVELS)
                .toList();
        discrete.forEach(factor -> rareLevels(activity, factor, findings));
        for (int a = 0; a < discrete.size(); a++) {
            for (int b = a + 1; b < discrete.size(); b++) {
                associated(activity, discrete.get(a), discrete.get(b), findings);
            }
        }
        return findings;
    }

    private static void rareLevels(SessionActivity activity, Factor factor, List<Finding> findings) {
        int[] usable = activity.usable();
        List<Double> rare = new ArrayList<>();
        for (double level : factor.levels()) {
            long count = Arrays.stream(usable)
                    .filter(t -> factor.values()[t] == level)
                    .count();
            if (count > 0 && (count < RARE_TRIALS || count < RARE_SHARE * usable.length)) {
                rare.add(level);
            }
        }
        if (rare.isEmpty()) {
            return;
        }
        int[] trials = Arrays.stream(usable)
                .filter(t -> rare.contains(factor.values()[t]))
                .toArray();
        String levels = rare.stream().map(factor::label).collect(Collectors.joining(", "));
        Finding finding = Finding.notice(
                        "rare-level",
                        String.format(
                                Locale.ROOT,
                                "Factor %s: level %s has few trials (%d of %d).",
                                factor.name(),
                                levels,
                                trials.length,
                                usable.length))
                .meaning("Below " + RARE_TRIALS + " trials or 5 % of the trials, a condition cannot be averaged and"
                        + " validated well.");
        findings.add(
                trials.length < usable.length
                        ? finding.remedy(TrialChecks.leaveOut(
                                activity, trials, "Leave out trials with " + factor.name() + " " + levels))
                        : finding);
    }

    private static void associated(SessionActivity activity, Factor a, Factor b, List<Finding> findings) {
        double v = cramersV(activity.usable(), a, b);
        if (v > ASSOCIATED) {
            findings.add(Finding.notice(
                            "associated-factors",
                            String.format(
                                    Locale.ROOT,
                                    "Factors %s and %s change together over trials (Cramer's V %.2f).",
                                    a.name(),
                                    b.name(),
                                    v))
                    .meaning("An effect of one of them cannot be distinguished from an effect of the other."));
        }
    }

    /**
     * sqrt(chi squared / (n (k - 1))), where k is the smaller number of levels, over trials to which both factors
     * apply. 0 if undefined.
     */
    static double cramersV(int[] trials, Factor a, Factor b) {
        double[] levelsA = a.levels();
        double[] levelsB = b.levels();
        double[][] table = new double[levelsA.length][levelsB.length];
        double n = 0;
        for (int trial : trials) {
            double valueA = a.values()[trial];
            double valueB = b.values()[trial];
            if (a.applies(valueA) && b.applies(valueB)) {
                table[Arrays.binarySearch(levelsA, valueA)][Arrays.binarySearch(levelsB, valueB)]++;
                n++;
            }
        }
        return cramersV(table, n);
    }

    private static double cramersV(double[][] table, double n) {
        double[] rows = Arrays.stream(table)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] columns = new double[table[0].length];
        for (double[] row : table) {
            Arrays.setAll(columns, j -> columns[j] + row[j]);
        }
        double chiSquared = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * columns[j] / n;
                chiSquared += expected > 0 ? Math.pow(table[i][j] - expected, 2) / expected : 0;
            }
        }
        long usedRows = Arrays.stream(rows).filter(r -> r > 0).count();
        long usedColumns = Arrays.stream(columns).filter(c -> c > 0).count();
        long freedom = Math.min(usedRows, usedColumns) - 1;
        return n > 0 && freedom > 0 ? Math.sqrt(chiSquared / n / freedom) : 0;
    }
}
