package org.dalescope.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.session.SessionCharts;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.quality.QualityReport;
import org.dalescope.model.settings.Configuration;

/** Writes the HTML report of {@code inspect --report}: a self-contained page on a session before a fit. */
public final class SessionReport {
    private SessionReport() {}

    /**
     * Writes the page.
     *
     * @param configuration the configuration whose data settings were applied to the session
     * @param leftOut description of the data that these settings left out; may be empty
     */
    public static void write(Path file, SessionScreening preflight, Configuration configuration, String leftOut) {
        AtomicFile.write(file, text(preflight, configuration, leftOut));
    }

    static String text(SessionScreening preflight, Configuration configuration, String leftOut) {
        Session session = preflight.session();
        HtmlPage page = new HtmlPage("Session: " + session.name());
        summary(page, preflight, leftOut);
        findings(page, preflight, configuration);
        neurons(page, preflight);
        figure(page, "Population", session, SessionCharts.population(preflight, ChartTheme.light()));
        figure(page, "Valid bins", session, SessionCharts.mask(session, ChartTheme.light()));
        conditions(page, preflight);
        channels(page, session);
        return page.text();
    }

    private static void summary(HtmlPage page, SessionScreening preflight, String leftOut) {
        Session session = preflight.session();
        page.table(
                List.of("what", "value"),
                List.of(
                        List.of("file", session.source().file().toString()),
                        List.of("format", session.source().format()),
                        List.of("SHA-256", session.source().sha256()),
                        List.of("neurons", Integer.toString(session.neurons().size())),
                        List.of(
                                "trials",
                                session.trials() + ", of which "
                                        + preflight.quality().usableTrials() + " usable"),
                        List.of(
                                "bins",
                                session.bins() + " of " + session.time().binMs() + " ms from "
                                        + session.time().startMs() + " ms, aligned to "
                                        + session.time().event()),
                        List.of("mean rate", number(preflight.quality().meanRate(), "%.2f sp/s")),
                        List.of(
                                "spikes in valid bins",
                                Long.toString(preflight.quality().spikes())),
                        List.of(
                                "mean split-half ceiling",
                                number(preflight.meanCeiling(), "%.3f") + " over " + preflight.halvings()
                                        + " halvings"),
                        List.of(
                                "trials for a mean ceiling of " + SessionScreening.WANTED_CEILING,
                                number(preflight.trialsFor(SessionScreening.WANTED_CEILING), "%.0f")),
                        List.of("left out by settings", leftOut.isEmpty() ? "nothing" : leftOut)));
    }

    private static void findings(HtmlPage page, SessionScreening preflight, Configuration configuration) {
        page.heading("Findings (" + preflight.findings().size() + ")");
        if (preflight.findings().isEmpty()) {
            page.paragraph("No findings: the check found no problem.");
            return;
        }
        Map<String, Object> values = Configuration.schema().values(configuration);
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : preflight.findings()) {
            rows.add(List.of(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.text(),
                    finding.meaning(),
                    finding.remedy().map(r -> remedy(r, values)).orElse("")));
        }
        page.table(List.of("severity", "what was found", "what it means", "remedy"), rows);
        page.note("A remedy is a setting: give it to fit, suite or inspect, or click it in the window.");
    }

    private static String remedy(Remedy remedy, Map<String, Object> values) {
        String current =
                Configuration.schema().setting(remedy.setting()).format(values.getOrDefault(remedy.setting(), ""));
        return remedy.isIn(current) ? remedy.label() + ": in use" : remedy.commandLine(current);
    }

    private static void neurons(HtmlPage page, SessionScreening preflight) {
        page.heading("Neurons");
        List<List<String>> rows = new ArrayList<>();
        for (NeuronCheck check : preflight.neurons()) {
            rows.add(List.of(
                    Integer.toString(check.neuron().id()),
                    check.neuron().type().letter(),
                    check.neuron().area(),
                    number(check.rate(), "%.2f"),
                    number(100 * check.drift().change(), "%+.0f %%"),
                    number(check.drift().rho(), "%.2f"),
                    number(check.overall().reliability(), "%.3f"),
                    number(check.overall().ceiling(), "%.3f"),
                    number(check.overall().trialsFor(SessionScreening.WANTED_CEILING), "%.0f")));
        }
        page.table(
                List.of(
                        "neuron",
                        "type",
                        "area",
                        "rate (sp/s)",
                        "drift",
                        "drift rho",
                        "reliability",
                        "ceiling",
                        "trials for ceiling " + SessionScreening.WANTED_CEILING),
                rows);
        page.note(
                "Drift: change of the rate from the first to the last trial, and Spearman's rank correlation with trial"
                        + " order, both within condition. Reliability: split-half r of the masked, smoothed PSTH over"
                        + " all usable trials, corrected by Spearman-Brown. Ceiling: the square root of the"
                        + " reliability.");
    }

    private static void conditions(HtmlPage page, SessionScreening preflight) {
        page.heading("Factors and conditions");
        List<List<String>> rows = new ArrayList<>();
        QualityReport.factorCounts(preflight.session())
                .forEach((name, counts) -> counts.forEach((level, count) -> rows.add(List.of(
                        name,
                        level,
                        Integer.toString(count),
                        number(preflight.conditions().getOrDefault(name + " " + level, Double.NaN), "%.3f")))));
        page.table(List.of("factor", "level", "trials", "mean ceiling within the level"), rows);
    }

    private static void channels(HtmlPage page, Session session) {
        page.heading("Input channels");
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < session.channels().size(); k++) {
            Channel channel = session.channels().get(k);
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            int count = session.trials() * session.bins();
            for (int row = 0; row < count; row++) {
                double value = session.inputs()[row * session.channels().size() + k];
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            rows.add(List.of(
                    channel.name(),
                    channel.kind().name().toLowerCase(Locale.ROOT),
                    number(sum / count, "%.3f"),
                    number(least, "%.3f"),
                    number(most, "%.3f")));
        }
        page.table(List.of("channel", "kind", "mean", "minimum", "maximum"), rows);
    }

    private static void figure(HtmlPage page, String title, Session session, Figure figure) {
        page.heading(title);
        String alternative = title + " of " + session.name();
        page.figure(new Figure(
                figure.name(), alternative, figure.width(), figure.height(), figure.drawing(), figure.numbers()));
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, format, value);
    }
}
