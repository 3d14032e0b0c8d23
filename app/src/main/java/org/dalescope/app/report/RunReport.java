package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.RunFigures;
import org.dalescope.app.chart.RunFigures.Figure;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.ConfigurationJson;
import org.dalescope.model.parameter.SettingDescription;
import org.dalescope.model.run.HistoryCsv;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunViews;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.Score;

/** {@code report.html}: one page that stands alone, with every figure in it and as files beside it. */
public final class RunReport {
    private RunReport() {}

    /** Writes report and figures of a run that has at least one epoch, from its folder alone. */
    public static void write(RunFolder run) {
        RunDescription description = RunDescription.read(run);
        List<Score> scores = ScoresJson.read(run);
        List<Figure> figures = RunFigures.of(
                HistoryCsv.read(run), RunViews.read(run), scores, description.bestEpoch(), ChartTheme.light());
        HtmlPage page = new HtmlPage("Dalescope: " + description.sessionName());
        page.paragraph("Run " + run.folder().toAbsolutePath().getFileName() + ", "
                + description.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " after "
                + description.epochsDone() + " epochs (best: " + description.bestEpoch() + "), seed "
                + description.seed() + ", preset " + description.preset() + ".");
        scores(page, scores, description);
        readOuts(page, ScoresJson.readReadOuts(run));
        warnings(page, description);
        for (Figure figure : figures) {
            byte[] png = FigureFiles.write(figure, run.figures());
            page.heading(figure.title());
            page.png(png, figure.title(), figure.width());
        }
        settings(page, run);
        provenance(page, description);
        WholeFile.write(run.report(), page.text());
    }

    private static void scores(HtmlPage page, List<Score> scores, RunDescription description) {
        page.heading("Scores on the " + description.split().validation().length + " validation trials");
        List<List<String>> rows = new ArrayList<>();
        for (Score score : scores) {
            rows.add(List.of(
                    score.kind().key(),
                    number(score.value()) + " \u00b1 " + number(score.standardError()),
                    number(score.ceilingTrainingPsth()),
                    number(score.value() / score.ceilingTrainingPsth()),
                    number(score.ceilingSplitHalf()),
                    number(score.normalised()),
                    number(score.e()),
                    number(score.i()),
                    number(score.neuronSpread()),
                    Integer.toString(score.unscorableNeurons())));
        }
        page.table(
                List.of(
                        "score",
                        "value \u00b1 SE over trials",
                        "training-PSTH",
                        "share of it",
                        "split-half ceiling",
                        "r / ceiling",
                        "E",
                        "I",
                        "SD over neurons",
                        "neurons not scorable"),
                rows);
        scores.forEach(
                score -> page.note(score.kind().key() + ": " + score.kind().definition()));
        page.note("training-PSTH: what the average of the training trials scores as a prediction (a look-up table);"
                + " a model can beat it, because it shares strength between neurons and bins. "
                + "Split-half ceiling: what the data's own reliability allows. SE: jackknife over trials; it says nothing"
                + " about other seeds.");
    }

    private static void readOuts(HtmlPage page, List<ReadOutScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        page.heading("Read-out of the E units on the validation trials");
        page.table(
                List.of("target", "readout_r2"),
                scores.stream()
                        .map(score -> List.of(score.target(), number(score.r2())))
                        .toList());
        page.note("readout_r2: " + ReadOutScore.DEFINITION);
    }

    private static void warnings(HtmlPage page, RunDescription description) {
        if (description.warnings().isEmpty()) {
            return;
        }
        page.heading("Warnings and notes");
        page.list(description.warnings().stream().map(finding -> finding.text()).toList());
    }

    private static void settings(HtmlPage page, RunFolder run) {
        Configuration configuration = ConfigurationJson.read(run.configJson(), Configuration.defaults());
        var schema = Configuration.schema();
        var values = schema.values(configuration);
        List<List<String>> rows = new ArrayList<>();
        for (SettingDescription setting : schema.settings()) {
            Object value = values.getOrDefault(setting.key(), setting.defaultText());
            String text = setting.format(value);
            boolean changed = !setting.parse(setting.defaultText()).equals(value);
            rows.add(List.of(setting.key(), text + (changed ? " *" : ""), setting.unit(), setting.label()));
        }
        page.heading("Settings (* differs from the default)");
        page.table(List.of("key", "value", "unit", "meaning"), rows);
    }

    private static void provenance(HtmlPage page, RunDescription d) {
        page.heading("Provenance");
        page.table(
                List.of("what", "value"),
                List.of(
                        List.of("repeat with", d.command()),
                        List.of("session", d.sessionPath()),
                        List.of("session SHA-256", d.sessionSha256()),
                        List.of(
                                "split",
                                d.split().origin() + ": " + d.split().train().length + " train, "
                                        + d.split().validation().length + " validation, "
                                        + d.split().test().length + " test"),
                        List.of("split hash", d.split().hash()),
                        List.of("test partition opened", d.testOpened() + " times"),
                        List.of("engine", d.engine()),
                        List.of("Dalescope, Java", d.dalescope() + ", " + d.java()),
                        List.of("started", d.started()),
                        List.of("time", String.format(Locale.ROOT, "%.1f s", d.seconds()))));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.3f", value);
    }
}
