package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.app.chart.grant.GrantFigureDrawing;
import org.dalescope.model.suite.grant.GrantFigure;
import org.dalescope.model.suite.grant.GrantPanel;
import org.dalescope.model.suite.grant.GrantSession;
import org.dalescope.model.suite.grant.PanelEvidence;
import org.dalescope.model.suite.store.SuiteFolder;

/** The section of a suite's report with the grant figure and its evidence. */
final class GrantFigureSection {
    private static final List<String> COLUMNS = List.of(
            "panel",
            "what is measured",
            "factor",
            "selective E neurons",
            "value (95 % interval)",
            "interval over",
            "says");

    private GrantFigureSection() {}

    static void write(HtmlPage page, SuiteFolder folder, GrantFigure answer) {
        page.heading("Does local inhibition carry the selectivity?");
        answer.sentences().forEach(page::paragraph);
        if (answer.sessions().isEmpty()) {
            return;
        }
        page.figure(
                FigureFiles.writeForJournal(
                        GrantFigureDrawing.of(answer, ChartTheme.light()),
                        GrantFigureDrawing.WIDTH_MM,
                        folder.figures()),
                "Grant figure");
        page.table(COLUMNS, rows(answer.evidence()));
        for (GrantPanel panel : GrantPanel.values()) {
            page.note(panel + ": " + answer.outcome(panel).words() + ".");
        }
        if (answer.sessions().size() > 1) {
            for (GrantSession session : answer.sessions()) {
                page.subheading(session.name());
                page.table(COLUMNS, rows(session.evidence()));
            }
        }
        answer.sessions().stream()
                .filter(session -> !session.refusal().isEmpty())
                .forEach(session -> page.note("Panel D, " + session.name() + ": " + session.refusal()));
        page.note("A panel says something about a factor only if E neurons are selective for it (all trials, false"
                + " discovery rate 0.05). docs/grant-figure.md says how every value is computed, and what the verdict"
                + " can and cannot mean. Figure and numbers: figures/grant-figure.pdf, .svg, .png, and"
                + " figures/grant-figure*.csv; everything together: grant_figure.json.");
    }

    private static List<List<String>> rows(List<PanelEvidence> evidence) {
        List<List<String>> rows = new ArrayList<>();
        for (PanelEvidence one : evidence) {
            rows.add(List.of(
                    one.panel() + " " + one.panel().title(),
                    one.panel().statistic(),
                    one.factor(),
                    Integer.toString(one.selective()),
                    one.amount(),
                    one.over(),
                    one.outcome().words()));
        }
        return rows;
    }
}
