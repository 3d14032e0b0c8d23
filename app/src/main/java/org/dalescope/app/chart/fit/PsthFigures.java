package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;

/** Figures of the PSTHs of a fit's neurons: a selection for an overview, and all neurons of a type. */
final class PsthFigures {
    private static final int WIDTH = 900;
    private static final String HOW =
            "rate (sp/s) against time (ms); data with standard error, and model; r / its split-half ceiling";

    /**
     * The minimum reliability. A ceiling is the square root of a reliability, and below this value a neuron's r is not
     * informative.
     */
    private static final double LEAST_RELIABILITY = 0.1;

    private PsthFigures() {}

    /** The neurons with the best, median and worst fit of each type, one row per type. */
    static List<Figure> chosen(RunViews views, List<Score> scores, ChartTheme theme) {
        List<NeuronFit> shown = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            shown.addAll(bestMedianWorst(NeuronFit.worstFirst(neurons(views, scores), type)));
        }
        String caption = "Best, median and worst by r / ceiling, E above I: %s".formatted(HOW);
        return figure("psth-best-median-worst", "PSTHs: best, median and worst", caption, shown, views, theme);
    }

    /** All neurons of each type, worst fit first. */
    static List<Figure> all(RunViews views, List<Score> scores, ChartTheme theme) {
        List<Figure> figures = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            String words =
                    switch (type) {
                        case EXCITATORY -> "excitatory";
                        case INHIBITORY -> "inhibitory";
                        case UNKNOWN -> "untyped";
                    };
            List<NeuronFit> shown = NeuronFit.worstFirst(neurons(views, scores), type);
            if (shown.isEmpty()) {
                continue;
            }
            String caption = "PSTHs of %s neurons, validation trials, worst first: %s".formatted(words, HOW);
            String file = "psth-" + type.name().toLowerCase(Locale.ROOT);
            figures.addAll(figure(file, "PSTHs, %s".formatted(words), caption, shown, views, theme));
        }
        return figures;
    }

    /**
     * The best, median and worst of the neurons that can be scored; if no neuron can be scored, of those with an r. All
     * of them if there are fewer than three.
     */
    static List<NeuronFit> bestMedianWorst(List<NeuronFit> worstFirst) {
        List<NeuronFit> defined = worstFirst.stream()
                .filter(neuron -> !Double.isNaN(neuron.share()))
                .toList();
        List<NeuronFit> reliable = defined.stream()
                .filter(neuron -> neuron.ceiling() * neuron.ceiling() > LEAST_RELIABILITY)
                .toList();
        List<NeuronFit> scored = reliable.isEmpty() ? defined : reliable;
        if (scored.size() < 3) {
            return scored.reversed();
        }
        return List.of(scored.getLast(), scored.get(scored.size() / 2), scored.getFirst());
    }

    /**
     * The PSTHs up to the last scored bin, without bins that have few trials, because their noisy averages would hide
     * the rest. Unchanged if no bin is scored.
     */
    static PsthChart.Source scored(PsthChart.Source source) {
        Psth data = source.data();
        int[] bins = data.binsWith(ScoreKind.MINIMUM_TRIALS);
        if (bins.length == 0) {
            return source;
        }
        int end = bins[bins.length - 1] + 1;
        int[] trials = new int[end];
        for (int bin : bins) {
            trials[bin] = data.trials()[bin];
        }
        int values = end * data.neurons();
        Psth kept = new Psth(
                end,
                data.neurons(),
                Arrays.copyOf(data.mean(), values),
                Arrays.copyOf(data.standardError(), values),
                trials);
        double[] model = Arrays.copyOf(source.model(), Math.min(values, source.model().length));
        return new PsthChart.Source(Arrays.copyOf(source.timeMs(), end), kept, model);
    }

    private static List<NeuronFit> neurons(RunViews views, List<Score> scores) {
        return NeuronFit.of(
                views, RunFigures.perNeuron(scores), RunFigures.ceilings(scores).perNeuron());
    }

    private static List<Figure> figure(
            String name, String title, String caption, List<NeuronFit> shown, RunViews views, ChartTheme theme) {
        if (shown.isEmpty() || views.data().isEmpty()) {
            return List.of();
        }
        double[] model = views.model().isEmpty() ? new double[0] : views.model().getFirst();
        PsthChart.Source source =
                scored(new PsthChart.Source(views.timeMs(), views.data().getFirst(), model));
        PsthGrid grid = new PsthGrid(caption, source, shown, theme);
        return List.of(new Figure(
                name, title, WIDTH, grid.height(WIDTH), grid, FigureNumbers.psth(name, caption, source, shown)));
    }
}
