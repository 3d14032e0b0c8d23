package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.LineChart;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.TauReferences;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.training.EpochRecord;

/** Creates the figures of one fit for its report or a presentation. */
public final class RunFigures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final double SMOOTHING = 0.6;

    private RunFigures() {}

    /**
     * All figures for which the run has data.
     *
     * @param linearModel psth_r of the linear model on the validation trials; NaN if it is not known
     */
    public static List<Figure> of(
            List<EpochRecord> history,
            RunViews views,
            List<Score> scores,
            double linearModel,
            int bestEpoch,
            ChartTheme theme) {
        Ceilings ceilings = ceilings(scores);
        LossChart.Look look = new LossChart.Look(true, SMOOTHING, true);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(PsthFigures.chosen(views, scores, theme));
        figures.add(curve("score", "Score", ScoreChart.of(history, bestEpoch, ceilings, linearModel, theme), theme));
        ChartContent raw = LossChart.of(history, bestEpoch, LossChart.Look.raw(), theme);
        ChartContent smooth = LossChart.of(history, bestEpoch, look, theme);
        figures.add(figure("losses", "Losses", smooth, FigureNumbers.of("losses", raw), theme));
        figures.add(curve("gradients", "Gradients", GradientChart.of(history, bestEpoch, theme), theme));
        ChartContent tau = TauChart.of(views, TauReferences.NONE, Optional.empty(), bestEpoch, true, theme);
        figures.add(figure("time-constants", "Time constants", tau, FigureNumbers.tau("time-constants", views), theme));
        figures.addAll(PsthFigures.all(views, scores, theme));
        return List.copyOf(figures);
    }

    /** The ceilings of a run's score; undefined ceilings if the run has no score. */
    public static Ceilings ceilings(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.kind() == ScoreKind.PSTH_R)
                .findFirst()
                .map(s -> new Ceilings(s.ceilingTrainingPsth(), s.ceilingSplitHalf(), s.ceilingPerNeuron()))
                .orElse(new Ceilings(Double.NaN, Double.NaN, Map.of()));
    }

    /** r by neuron id; empty if the run has no score. */
    public static Map<Integer, Double> perNeuron(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.kind() == ScoreKind.PSTH_R)
                .findFirst()
                .map(Score::perNeuron)
                .orElse(Map.of());
    }

    /** A figure of one chart as it is shown, with its numbers. */
    public static Figure of(String name, ChartContent content, ChartTheme theme) {
        return curve(name, content.title(), content, theme);
    }

    private static Figure curve(String name, String title, ChartContent content, ChartTheme theme) {
        return figure(name, title, content, FigureNumbers.of(name, content), theme);
    }

    private static Figure figure(String name, String title, ChartContent content, Table numbers, ChartTheme theme) {
        LineChart chart = new LineChart();
        chart.show(content, theme, WIDTH);
        return new Figure(name, title, WIDTH, HEIGHT, chart, numbers);
    }
}
