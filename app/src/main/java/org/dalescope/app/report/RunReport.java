package org.dalescope.app.report;

import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.app.chart.fit.RunFigures;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RivalsJson;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;

/**
 * Writes the HTML report of a run, {@code report.html}: a self-contained page with all figures, which are also written
 * as files.
 */
public final class RunReport {
    private static final String FIRST_FIGURES = "psth-best-median-worst|score";

    private RunReport() {}

    /**
     * Writes the report and figures at the end of a fit, from the run folder alone. The run must have at least one
     * epoch.
     */
    public static void write(RunFolder run) {
        write(
                run,
                ComputedReportParts.none("This report was written at the end of the fit. 'dalescope report "
                        + run.folder().getFileName()
                        + "' adds the check of the session, the analyses and the figures as PNG and PDF."),
                false);
    }

    /** Writes the complete report. */
    public static void write(RunFolder run, ComputedReportParts evidence) {
        write(run, evidence, true);
    }

    private static void write(RunFolder run, ComputedReportParts evidence, boolean forPrint) {
        RunDescription description = RunDescription.read(run);
        Configuration configuration = ConfigurationJson.read(run.configJson(), Configuration.defaults());
        List<Score> scores = ScoresJson.read(run);
        List<RivalScores> rivals = RivalsJson.read(run);
        List<Figure> figures = RunFigures.of(
                HistoryCsv.read(run),
                RunViews.read(run),
                scores,
                rivals.stream()
                        .filter(rival -> rival.rival() == Rival.LINEAR_MODEL)
                        .mapToDouble(rival -> rival.values().of(ComparedScore.PSTH_R, NeuronGroup.ALL))
                        .findFirst()
                        .orElse(Double.NaN),
                description.bestEpoch(),
                ChartTheme.light());
        List<Drawn> drawn = figures.parallelStream()
                .map(figure -> Drawn.of(figure, run, forPrint))
                .toList();
        HtmlPage page = new HtmlPage("Dalescope: " + description.sessionName());
        page.paragraph("Run " + run.folder().toAbsolutePath().normalize().getFileName() + ", "
                + description.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " after "
                + description.epochsDone() + " epochs (best: " + description.bestEpoch() + "), seed "
                + description.seed() + ", preset " + description.preset() + ". " + ScoreSection.sentence(scores));
        ScoreSection.add(page, scores, description);
        ScoreSection.rivals(page, ScoresJson.readCompared(run), rivals);
        ScoreSection.readOuts(page, ScoresJson.readReadOuts(run));
        page.heading("Fit");
        drawn.stream().filter(f -> f.is(FIRST_FIGURES)).forEach(f -> f.add(page));
        drawn.stream().filter(f -> !f.is(FIRST_FIGURES + "|psth-.*")).forEach(f -> f.add(page));
        AnalysisSection.add(page, evidence, run.folder().resolve("analysis"), run.figures());
        QualitySection.session(page, evidence);
        SettingsReport.add(page, configuration, description.preset());
        QualitySection.run(page, evidence, description.warnings());
        page.heading("Every neuron");
        drawn.stream().filter(f -> f.is("psth-(excitatory|inhibitory)")).forEach(f -> f.add(page));
        page.heading("Methods");
        MethodsText.of(description, configuration, ParametersNpz.read(run), scores)
                .forEach(page::paragraph);
        provenance(page, description);
        AtomicFile.write(run.report(), page.text());
    }

    private static String caption(Figure figure) {
        return switch (figure.name()) {
            case "psth-best-median-worst" ->
                "Averages over the validation trials in bins with at least 10 valid trials, smoothed as they are scored;"
                        + " raw bins are pale. Neurons with a reliability of at most 0.1 are"
                        + " not shown.";
            case "score" ->
                "psth_r by epoch. Training: mean over the steps of an epoch, while the parameters change. Split half:"
                        + " mean ceiling of the neurons. Training PSTH: score of the average of the training trials as"
                        + " a prediction.";
            case "losses" -> "Mean over the epoch's steps; L_neuron on validation trials after the epoch.";
            case "gradients" ->
                "Norms of the gradients of L_neuron and L_trial over all parameters, and the cosine between them.";
            case "time-constants" ->
                "Means over E and over I units. If the time constants differ within a type, single units are pale.";
            default -> figure.title();
        };
    }

    /** A figure in its files, with its {@code svg} element. */
    private record Drawn(Figure figure, String svg) {
        static Drawn of(Figure figure, RunFolder run, boolean forPrint) {
            return new Drawn(
                    figure,
                    forPrint
                            ? FigureFiles.writeForPrint(figure, run.figures())
                            : FigureFiles.write(figure, run.figures()));
        }

        boolean is(String names) {
            return figure.name().matches(names);
        }

        void add(HtmlPage page) {
            page.figure(svg, caption(figure));
        }
    }

    private static void provenance(HtmlPage page, RunDescription d) {
        page.heading("Provenance");
        page.table(
                List.of("what", "value"),
                List.of(
                        List.of("repeat with", d.command()),
                        List.of("session", d.sessionPath()),
                        List.of("session SHA-256", d.sessionSha256()),
                        List.of("split", d.split().origin()),
                        List.of("split hash", d.split().hash()),
                        List.of("test partition opened", d.testOpened() + " times"),
                        List.of("engine", d.engine()),
                        List.of("Dalescope, Java", d.dalescope() + ", " + d.java()),
                        List.of("started", d.started()),
                        List.of("time", String.format(Locale.ROOT, "%.1f s", d.seconds()))));
        page.note(
                "Every figure is in the folder figures/ as SVG and, after 'dalescope report', PNG (300 dpi) and PDF, with"
                        + " its numbers as CSV.");
    }
}
