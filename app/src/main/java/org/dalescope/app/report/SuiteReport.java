package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.comparison.ArmLearningCurves;
import org.dalescope.app.chart.comparison.ArmNeuronsChart;
import org.dalescope.app.chart.comparison.ArmScoresChart;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.suite.emergence.EmergenceFiles;
import org.dalescope.model.suite.grant.GrantFigureFiles;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.results.ArmComparison;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;

/** Writes the HTML report of a suite, {@code report.html}: a self-contained page. */
public final class SuiteReport {
    private SuiteReport() {}

    /** Writes the report and figures from the suite's folder. */
    public static void write(SuiteFolder folder, SuiteResults results) {
        SuitePlan plan = results.suite().plan();
        HtmlPage page = new HtmlPage("Dalescope suite: " + plan.name());
        page.paragraph(plan.help());
        page.paragraph(results.fits().size() + " fits: " + plan.arms().size() + " arms with the seeds "
                + plan.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (results.failures().isEmpty()
                        ? "."
                        : "; " + results.failures().size() + " failed."));
        EmergenceFiles.read(folder).ifPresent(answer -> EmergenceSection.write(page, answer));
        GrantFigureFiles.read(folder).ifPresent(answer -> GrantFigureSection.write(page, folder, answer));
        for (SuiteComparison comparison : SuiteComparison.of(results)) {
            comparison(page, folder, results, comparison);
        }
        arms(page, plan);
        provenance(page, results.suite());
        AtomicFile.write(folder.report(), page.text());
    }

    private static void comparison(
            HtmlPage page, SuiteFolder folder, SuiteResults results, SuiteComparison comparison) {
        page.heading("Session " + comparison.session());
        page.table(SuiteTable.SCORES, SuiteTable.scores(comparison));
        page.note(SuiteTable.HOW_TO_READ);
        page.subheading("Scores that depend on size, next to the simplest rivals on the same trials");
        page.table(SuiteTable.SIZES, SuiteTable.sizes(comparison));
        if (!comparison.findings().isEmpty()) {
            page.list(comparison.findings().stream()
                    .map(finding -> finding.text())
                    .toList());
        }
        ChartTheme theme = ChartTheme.light();
        figure(page, folder, ArmScoresChart.of(comparison, theme));
        for (String group : groups(results.suite().plan())) {
            figure(page, folder, ArmLearningCurves.of(results, comparison.session(), group, theme));
        }
        best(comparison).ifPresent(best -> figure(page, folder, pairs(results, comparison, best, theme)));
        if (!comparison.pairs().isEmpty()) {
            page.heading("Comparison of arms within one experiment: " + comparison.session());
            page.table(SuiteTable.PAIRS, SuiteTable.pairs(comparison));
            page.note("Difference: the first arm minus the second with the same seed, with Student's 95 % interval in"
                    + " brackets. The verdict is on the first arm.");
        }
        page.heading("Speed, plausibility and time constants: " + comparison.session());
        page.table(SuiteTable.HEALTH, SuiteTable.health(comparison));
    }

    private static List<String> groups(SuitePlan plan) {
        return plan.arms().stream()
                .map(Arm::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    /** The arm with the highest mean score, without the base. */
    private static Optional<ArmComparison> best(SuiteComparison comparison) {
        return comparison.arms().stream()
                .skip(1)
                .filter(arm -> arm.arm().fitsSameNeurons(comparison.base().arm()))
                .filter(arm ->
                        !arm.seeds().isEmpty() && !comparison.base().seeds().isEmpty())
                .max(Comparator.comparingDouble(arm -> arm.psthR().mean()));
    }

    private static Figure pairs(
            SuiteResults results, SuiteComparison comparison, ArmComparison best, ChartTheme theme) {
        String session = comparison.session();
        return ArmNeuronsChart.of(
                session,
                Arm.BASE,
                results.perNeuron(session, Arm.BASE),
                best.arm().name(),
                results.perNeuron(session, best.arm().name()),
                theme);
    }

    private static void figure(HtmlPage page, SuiteFolder folder, Figure figure) {
        page.heading(figure.title());
        page.figure(FigureFiles.writeForPrint(figure, folder.figures()), figure.title());
    }

    private static void arms(HtmlPage page, SuitePlan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : plan.arms()) {
            String changes = arm.changesFrom(plan.base().configuration()).entrySet().stream()
                    .map(change -> change.getKey() + " = " + change.getValue())
                    .collect(Collectors.joining("; "));
            rows.add(List.of(arm.name(), arm.group(), changes, arm.help()));
        }
        page.heading("Arms");
        page.note("The base is the preset " + plan.base().preset() + " with the plan's and the command's settings.");
        page.table(List.of("arm", "group", "differs from the base in", "purpose"), rows);
    }

    private static void provenance(HtmlPage page, SuiteRecord suite) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("repeat or continue with", suite.command()));
        for (SuiteRecord.SessionNote session : suite.sessions()) {
            rows.add(List.of("session", session.path()));
            rows.add(List.of("session SHA-256", session.sha256()));
            rows.add(List.of("split", session.splitOrigin() + ", hash " + session.splitHash()));
        }
        rows.add(List.of("Dalescope", suite.dalescope()));
        page.heading("Provenance");
        page.table(List.of("what", "value"), rows);
        page.note(String.format(
                Locale.ROOT,
                "Every fit has its own run folder under runs/. Open it in the window, or use dalescope report,"
                        + " evaluate or simulate."));
    }
}
