package org.dalescope.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.comparison.PooledJudgementChart;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.judge.JudgedScores;
import org.dalescope.model.judge.Judgement;
import org.dalescope.model.judge.PooledJudgement;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.rival.Rival;

/** Writes the page of several sessions, {@code judgements.html}: the verdict, a figure and a table. */
public final class PooledJudgementReport {
    private PooledJudgementReport() {}

    public static void write(Path folder, PooledJudgement pooled) {
        HtmlPage page =
                new HtmlPage("Dalescope: judgement of " + pooled.sessions().size() + " sessions");
        pooled.verdict().forEach(page::paragraph);
        for (String other : compared(pooled)) {
            Figure figure = PooledJudgementChart.of(pooled, other, ChartTheme.light());
            page.heading(figure.title());
            page.figure(FigureFiles.writeForPrint(figure, folder.resolve("figures")), figure.title());
        }
        page.heading("Differences over sessions");
        page.table(
                List.of(
                        "compared with",
                        "score",
                        "neurons",
                        "sessions",
                        "mean (95 % over sessions)",
                        "Stouffer's z (p)"),
                rows(pooled));
        page.note("The session is the unit: every session has one difference, the network minus the other prediction on"
                + " its own sealed trials. The interval is Student's over sessions; it says what other sessions would"
                + " show. Stouffer's test combines the sessions' differences divided by their standard errors over"
                + " trials; it says whether these sessions together show"
                + " one. Neurons of different sessions are never"
                + " pooled.");
        page.heading("Sessions");
        page.list(pooled.sessions().stream()
                .map(session -> session.sessionName() + ": " + words(session))
                .toList());
        AtomicFile.write(folder.resolve("judgements.html"), page.text());
    }

    private static String words(Judgement session) {
        return session.neurons() + " neurons, " + session.trials() + " sealed trials. "
                + String.join(" ", session.verdict());
    }

    /** The refitted networks and the linear model. */
    private static List<String> compared(PooledJudgement pooled) {
        List<String> rivals = Arrays.stream(Rival.values()).map(Rival::key).toList();
        List<String> keys = new ArrayList<>(pooled.sessions().getFirst().others().stream()
                .map(JudgedScores::key)
                .filter(key -> !rivals.contains(key))
                .toList());
        keys.addFirst(Rival.LINEAR_MODEL.key());
        return List.copyOf(keys);
    }

    private static List<List<String>> rows(PooledJudgement pooled) {
        List<List<String>> rows = new ArrayList<>();
        for (PooledJudgement.Row row : pooled.rows()) {
            boolean shown = row.score() != ComparedScore.R2_MEDIAN && row.mean().sessions() > 0;
            if (shown) {
                rows.add(List.of(
                        row.label(),
                        row.score().key(),
                        row.group().key(),
                        Integer.toString(row.mean().sessions()),
                        String.format(
                                Locale.ROOT,
                                "%+.3f (%+.3f to %+.3f)",
                                row.mean().mean(),
                                row.mean().low(),
                                row.mean().high()),
                        String.format(
                                Locale.ROOT,
                                "%.1f (%.2g)",
                                row.test().z(),
                                row.test().p())));
            }
        }
        return rows;
    }
}
