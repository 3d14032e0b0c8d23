package org.dalescope.app.chart.session;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Drawing;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.ImageChart;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.PixelGrid;
import org.dalescope.app.chart.ScoredCourse;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.session.split.Condition;

/** Charts of a session before a fit: rates, valid bins, rasters, PSTHs and inputs. */
public final class SessionCharts {
    private static final double SMOOTHING_MS = 25;
    private static final double FULL_COUNT = 3;
    private static final double VALID_IN_ONE = 0.35;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private SessionCharts() {}

    /** The average rate of every neuron over the usable trials, as a share of its own maximum; E on top. */
    public static Figure population(SessionScreening preflight, ChartTheme theme) {
        Session session = preflight.session();
        Psth psth = Psth.of(
                session,
                preflight.activity().mask(),
                preflight.activity().trialIds(preflight.activity().usable()));
        int[] order = IntStream.range(0, session.neurons().size())
                .boxed()
                .sorted(Comparator.comparing(n -> session.neurons().get(n).type()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] bins = IntStream.range(0, session.bins()).toArray();
        Smoothing smoothing = Smoothing.gaussian(SMOOTHING_MS, session.time().binMs());
        int[] averaged = psth.binsWith(ScoreKind.MINIMUM_TRIALS);
        double[][] courses = Arrays.stream(order)
                .mapToObj(n -> smoothing.apply(Psth.course(psth.mean(), psth.neurons(), n, bins)))
                .toArray(double[][]::new);
        PixelGrid grid = PixelGrid.of(courses.length, session.bins(), (row, bin) -> {
            double most = IntStream.of(averaged)
                    .mapToDouble(b -> courses[row][b])
                    .max()
                    .orElse(0);
            if (psth.trials()[bin] < ScoreKind.MINIMUM_TRIALS) {
                return theme.background();
            }
            Color full = theme.of(session.neurons().get(order[row]).type());
            return PixelGrid.mix(theme.background(), full, most > 0 ? courses[row][bin] / most : 0);
        });
        List<Integer> borders = new ArrayList<>();
        for (int row = 1; row < order.length; row++) {
            NeuronType before = session.neurons().get(order[row - 1]).type();
            if (session.neurons().get(order[row]).type() != before) {
                borders.add(row);
            }
        }
        Drawing drawing = over(
                "Rate of every neuron as a share of its own maximum (E, I, unknown)",
                "neurons by type",
                grid,
                session,
                borders,
                theme);
        Table numbers = SessionChartNumbers.population(session, order, averaged, courses);
        return figure("population", "Average rate of every neuron over time", drawing, numbers);
    }

    /** The valid bins of every trial: under both conventions, under one, or none because the trial was aborted. */
    public static Figure mask(Session session, ChartTheme theme) {
        Mask start = session.mask(MaskOrigin.ARRAY_START);
        Mask zero = session.mask(MaskOrigin.TIME_ZERO);
        PixelGrid grid = PixelGrid.of(session.trials(), session.bins(), (trial, bin) -> {
            boolean a = start.isValid(trial, bin);
            boolean b = zero.isValid(trial, bin);
            if (session.isAborted(trial)) {
                return theme.second();
            }
            double share = a && b ? 1 : a || b ? VALID_IN_ONE : 0;
            return PixelGrid.mix(theme.background(), theme.accent(), share);
        });
        Drawing drawing = over(
                "Valid bins: under both conventions (dark), from time zero only (pale); aborted trials (violet)",
                "trial in file order",
                grid,
                session,
                List.of(),
                theme);
        Table numbers = SessionChartNumbers.mask(session, start, zero);
        return figure("valid-bins", "Valid bins of every trial under both conventions", drawing, numbers);
    }

    /** The spike counts of a neuron, one row per trial, with trials grouped by condition. */
    public static Figure raster(Session session, Mask mask, int neuron, List<Condition> conditions, ChartTheme theme) {
        List<Integer> borders = new ArrayList<>();
        int[] trials = new int[0];
        for (Condition condition : conditions) {
            int[] positions = session.positions(condition.trialIds());
            int[] all = Arrays.copyOf(trials, trials.length + positions.length);
            System.arraycopy(positions, 0, all, trials.length, positions.length);
            trials = all;
            borders.add(trials.length);
        }
        int[] rows = trials;
        double perSpike = session.time().binMs() / 1000;
        Color full = theme.of(session.neurons().get(neuron).type());
        PixelGrid grid = PixelGrid.of(rows.length, session.bins(), (row, bin) -> {
            if (!mask.isValid(rows[row], bin)) {
                return PixelGrid.mix(theme.background(), theme.grid(), 0.6);
            }
            return PixelGrid.mix(
                    theme.background(), full, session.rate(rows[row], bin, neuron) * perSpike / FULL_COUNT);
        });
        Drawing drawing = over(
                "Spikes per bin and trial, by condition (grey: not valid)", "trial", grid, session, borders, theme);
        int id = session.neurons().get(neuron).id();
        return figure(
                "raster-n" + id,
                "Raster of neuron %s, a row per trial".formatted(id),
                drawing,
                SessionChartNumbers.raster(session, mask, neuron, conditions));
    }

    /** The average rate of a neuron per condition, with its standard error. */
    public static ChartContent psth(
            Session session, Mask mask, int neuron, List<Condition> conditions, ChartTheme theme) {
        double[] time = session.time().centresMs();
        List<Line> lines = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Psth psth = Psth.of(session, mask, conditions.get(i).trialIds());
            LineStyle style = style(i, theme);
            ScoredCourse scored = ScoredCourse.of(psth, time);
            // The noise of bins with few trials would hide the rest.
            int least = scored.isEmpty() ? 1 : ScoreKind.MINIMUM_TRIALS;
            double[] mean = ScoredCourse.raw(psth, psth.mean(), neuron, least);
            double[] error = ScoredCourse.raw(psth, psth.standardError(), neuron, least);
            if (!scored.isEmpty()) {
                lines.add(Line.of("", time, mean, style.pale()).asBackground());
                mean = scored.of(psth.mean(), psth.neurons(), neuron);
                error = scored.error(psth.standardError(), psth.neurons(), neuron);
            }
            String name = conditions.get(i).name() + " (" + conditions.get(i).trialIds().length + ")";
            lines.add(Line.of(name, time, mean, style));
            bands.add(Band.around(time, mean, error, ChartTheme.pale(style.colour())));
        }
        String title = "Neuron %s as it is scored, with standard error"
                .formatted(session.neurons().get(neuron).id());
        VerticalMark event = new VerticalMark(session.time().event(), 0, LineStyle.solid(theme.muted(), 1), true);
        return ChartContent.of(title, "time (ms)", "rate (sp/s)", lines)
                .withAxis(false, true)
                .with(bands, List.of(), List.of(event));
    }

    /** All input channels of a trial, one above the other, each scaled from its minimum to its maximum. */
    public static ChartContent channels(Session session, int trial, ChartTheme theme) {
        double[] time = session.time().centresMs();
        int channels = session.channels().size();
        List<Line> lines = new ArrayList<>();
        List<HorizontalMark> names = new ArrayList<>();
        for (int k = 0; k < channels; k++) {
            int channel = k;
            double[] values = IntStream.range(0, session.bins())
                    .mapToDouble(bin -> session.input(trial, bin, channel))
                    .toArray();
            double low = Arrays.stream(values).min().orElse(0);
            double span = Arrays.stream(values).max().orElse(0) - low;
            double base = channels - 1 - k;
            double[] course = Arrays.stream(values)
                    .map(v -> base + (span > 0 ? 0.7 * (v - low) / span : v == 0 ? 0 : 0.7))
                    .toArray();
            lines.add(Line.of("", time, course, LineStyle.solid(theme.accent(), 1.6)));
            names.add(new HorizontalMark(session.channels().get(k).name(), base, LineStyle.dotted(theme.muted(), 0.6)));
        }
        return ChartContent.of("Inputs of trial %s".formatted(session.trialIds()[trial]), "time (ms)", "", lines)
                .with(List.of(), names, List.of());
    }

    private static Figure figure(String name, String title, Drawing drawing, Table numbers) {
        return new Figure(name, title, WIDTH, HEIGHT, drawing, numbers);
    }

    private static LineStyle style(int index, ChartTheme theme) {
        Color[] colours = {theme.accent(), theme.second(), theme.foreground(), theme.muted()};
        Color colour = colours[index % colours.length];
        return switch (index / colours.length % 3) {
            case 0 -> LineStyle.solid(colour, 1.8);
            case 1 -> LineStyle.dashed(colour, 1.8);
            default -> LineStyle.dotted(colour, 1.8);
        };
    }

    private static Drawing over(
            String title, String row, PixelGrid grid, Session session, List<Integer> borders, ChartTheme theme) {
        return new ImageChart(
                title, row, grid, session.time().startMs(), session.time().binMs(), borders, theme);
    }
}
