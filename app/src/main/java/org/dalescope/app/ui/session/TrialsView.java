package org.dalescope.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.SplitPane;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.session.SessionCharts;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.WrappingPanes;
import org.dalescope.app.ui.session.SearchTable.Column;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.quality.SessionActivity;

/**
 * The page of the session view with the table of all trials with their factors, and the inputs of the selected trial.
 */
final class TrialsView extends SplitPane {
    private final Session whole;
    private CheckedSession checked;
    private Map<Integer, Integer> used;
    private final SearchTable<Integer> table;
    private final ChartPane channels = new ChartPane("trial-channels");
    private final LatestTask work;
    private ChartTheme theme;

    TrialsView(CheckedSession checked, SessionCuration curating, LatestTask work, ChartTheme theme) {
        this.whole = checked.open().session();
        this.checked = checked;
        this.used = checked.used().session().positions();
        this.work = work;
        this.theme = theme;
        int[] ids = whole.trialIds();
        List<Integer> positions = IntStream.range(0, whole.trials()).boxed().toList();
        table = new SearchTable<>(
                "trial",
                positions,
                columns(),
                row -> curating.isTrialLeftOut(ids[row]),
                row -> curating.toggleTrial(ids[row]));
        getItems().setAll(table, channels);
        setDividerPositions(0.56);
        WrappingPanes.stack(this);
        table.onSelected(row -> draw());
        table.selectFirst();
    }

    void refresh() {
        table.refresh();
    }

    /** Shows another report on the same session and keeps the selection. */
    void show(CheckedSession newest) {
        checked = newest;
        used = newest.used().session().positions();
        table.refresh();
        draw();
    }

    /** Draws in another theme. */
    void paint(ChartTheme newTheme) {
        theme = newTheme;
        draw();
    }

    private void draw() {
        ChartTheme now = theme;
        table.selected().ifPresent(row -> {
            Session session = activity(row).session();
            int trial = place(row);
            work.submit(
                    () -> SessionCharts.channels(session, trial, now),
                    (ChartContent content) -> channels.show(content, now));
        });
    }

    /** The report that contains a trial: on the fitted part, otherwise on the whole file. */
    private SessionActivity activity(int row) {
        return used.containsKey(whole.trialIds()[row])
                ? checked.used().activity()
                : checked.open().preflight().activity();
    }

    /** The index of a trial in that report. */
    private int place(int row) {
        return used.getOrDefault(whole.trialIds()[row], row);
    }

    private double spikes(int row) {
        return activity(row).spikes(place(row));
    }

    private List<Column<Integer>> columns() {
        Session session = whole;
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(new Column<>(
                "Trial", row -> Integer.toString(session.trialIds()[row]), row -> session.trialIds()[row]));
        for (Factor factor : session.factors()) {
            columns.add(new Column<>(
                    factor.name(), row -> factor.label(factor.values()[row]), row -> factor.values()[row]));
        }
        columns.add(new Column<>(
                "Duration (ms)",
                row -> String.format(Locale.ROOT, "%.0f", session.durationMs()[row])
                        + (session.isAborted(row) ? " aborted" : ""),
                row -> session.durationMs()[row]));
        columns.add(new Column<>("Spikes", row -> String.format(Locale.ROOT, "%.0f", spikes(row)), row -> spikes(row)));
        return columns;
    }
}
