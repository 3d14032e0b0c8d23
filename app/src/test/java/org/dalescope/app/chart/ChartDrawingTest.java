package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.app.chart.fit.LossChart;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.RunFigures;
import org.dalescope.app.chart.fit.ScoreChart;
import org.dalescope.app.chart.fit.TauChart;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.TauReferences;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.session.NeuronType;
import org.jfree.chart.axis.LogAxis;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartDrawingTest {
    private static final ChartTheme LIGHT = ChartTheme.light();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFigureIsDrawnInItsTheme(boolean dark) {
        ChartTheme theme = dark ? ChartTheme.dark() : LIGHT;
        List<Figure> figures =
                RunFigures.of(Samples.history(60), Samples.views(), Samples.scores(), Double.NaN, 41, theme);
        assertEquals(
                List.of(
                        "psth-best-median-worst",
                        "score",
                        "losses",
                        "gradients",
                        "time-constants",
                        "psth-excitatory",
                        "psth-inhibitory"),
                figures.stream().map(Figure::name).toList());
        for (Figure figure : figures) {
            BufferedImage image = Samples.draw(figure.drawing(), figure.width(), figure.height());
            long background = Samples.count(image, theme.background());
            long all = (long) image.getWidth() * image.getHeight();
            assertTrue(background > all / 2 && background < all, figure.name() + " shows something on its background");
        }
    }

    @Test
    void theModelHasTheColourOfItsClass() {
        Figure inhibitory = RunFigures.of(Samples.history(9), Samples.views(), Samples.scores(), Double.NaN, 9, LIGHT)
                .getLast();
        BufferedImage image = Samples.draw(inhibitory.drawing(), inhibitory.width(), inhibitory.height());
        assertTrue(Samples.count(image, LIGHT.inhibitory()) > 20);
        assertEquals(0, Samples.count(image, LIGHT.excitatory()));
    }

    @Test
    void ceilingsAreInsideTheScoreAxisAndDrawn() {
        ChartContent content = ScoreChart.of(Samples.history(5), 5, new Ceilings(0.7, 0.9, Map.of()), 0.8, LIGHT);
        Range y = AxisExtent.of(content, content.drawable()).y();
        assertEquals(0, y.getLowerBound());
        assertTrue(y.contains(0.9));
        assertTrue(Samples.count(Samples.draw(content, LIGHT), LIGHT.foreground()) > 300);
        assertEquals(
                List.of(),
                ScoreChart.of(List.of(), 0, new Ceilings(Double.NaN, Double.NaN, Map.of()), Double.NaN, LIGHT)
                        .levels());
    }

    @Test
    void undefinedLossesLeaveTheLegendAndNothingPositiveLeavesTheLogarithm() {
        LossChart.Look look = new LossChart.Look(true, 0.5, true);
        ChartContent content = LossChart.of(Samples.history(30), 12, look, LIGHT);
        assertTrue(content.title().contains("0.50"), "the factor is shown");
        Line negative = Line.of("n", new double[] {1, 2}, new double[] {-1, 0}, LineStyle.solid(LIGHT.accent(), 1));
        assertFalse(negative.positive().isDrawable());
        LineChart chart = new LineChart();
        chart.show(content, LIGHT, 600);
        assertTrue(chart.chart().getXYPlot().getRangeAxis() instanceof LogAxis);
        chart.show(LossChart.of(Samples.history(30), 12, LossChart.Look.raw(), LIGHT), LIGHT, 600);
        assertFalse(chart.chart().getXYPlot().getRangeAxis() instanceof LogAxis);
    }

    @Test
    void aZoomSurvivesNewData() {
        LineChart chart = new LineChart();
        chart.show(LossChart.of(Samples.history(30), 12, LossChart.Look.raw(), LIGHT), LIGHT, 600);
        Range zoomed = new Range(4, 9);
        chart.chart().getXYPlot().getDomainAxis().setRange(zoomed);
        chart.show(LossChart.of(Samples.history(40), 12, LossChart.Look.raw(), LIGHT), LIGHT, 600);
        assertEquals(zoomed, chart.chart().getXYPlot().getDomainAxis().getRange());
        chart.chart().getXYPlot().getDomainAxis().setAutoRange(true);
        chart.show(LossChart.of(Samples.history(50), 12, LossChart.Look.raw(), LIGHT), LIGHT, 600);
        assertEquals(new Range(1, 50), chart.chart().getXYPlot().getDomainAxis().getRange());
    }

    @Test
    void aBandHasAPolygonPerStretchWithoutGap() {
        double nan = Double.NaN;
        double[] x = {0, 1, 2, 3, 4};
        Band band = new Band(x, new double[] {1, 1, nan, 1, 1}, new double[] {2, 2, nan, 2, 2}, LIGHT.data());
        List<double[]> polygons = PlotOverlay.polygons(band);
        assertEquals(2, polygons.size());
        assertEquals(8, polygons.getFirst().length);
    }

    @Test
    void neuronsComeWorstFirstAndUnscorableOnesLast() {
        List<NeuronFit> neurons = List.of(
                new NeuronFit(0, 3, NeuronType.EXCITATORY, 0.81, 0.9, 0.4),
                new NeuronFit(1, 7, NeuronType.EXCITATORY, Double.NaN, 0.7, 0.4),
                new NeuronFit(2, 9, NeuronType.EXCITATORY, 0.1, 0.5, 0.4),
                new NeuronFit(3, 12, NeuronType.INHIBITORY, 0.1, 0.5, 0.4));
        assertEquals(
                List.of(9, 3, 7),
                NeuronFit.worstFirst(neurons, NeuronType.EXCITATORY).stream()
                        .map(NeuronFit::id)
                        .toList());
        assertEquals("n3  E  r 0.81 / 0.90  R\u00b2 0.40", neurons.getFirst().title());
        assertEquals("n7  E  r - / 0.70  R\u00b2 0.40", neurons.get(1).title());
    }

    @Test
    void aLossOfTheReadOutIsDrawnWhereThereIsOne() {
        assertEquals(List.of(), outputLines(Double.NaN));
        assertEquals(List.of("L_output"), outputLines(0.4));
    }

    private static List<String> outputLines(double lOutput) {
        return LossChart.of(Samples.history(3, lOutput), 2, LossChart.Look.raw(), LIGHT).lines().stream()
                .map(Line::name)
                .filter("L_output"::equals)
                .toList();
    }

    /** Samples: two E units (first and second) and two I units; another seed with all its time constants at 7 ms. */
    @Test
    void theTimeConstantsOfOtherSeedsAreABandAndTrueOnesAreLevels() {
        RunViews views = Samples.views();
        int units = views.tauMs().getFirst().length;
        double[] seven = new double[units];
        Arrays.fill(seven, 7);
        TauReferences references = new TauReferences(
                Map.of(views.neuronIds()[0], 33.0),
                Map.of(NeuronType.EXCITATORY, 31.0, NeuronType.INHIBITORY, 12.0),
                List.of(List.of(seven)));
        ChartContent chart = TauChart.of(views, references, Optional.of(views.neuronIds()[0]), 1, true, LIGHT);
        List<NeuronType> types = views.unitTypes();
        double[] own = IntStream.range(0, units)
                .filter(unit -> types.get(unit) == NeuronType.EXCITATORY)
                .mapToDouble(unit -> views.tauMs().getFirst()[unit])
                .sorted()
                .toArray();
        double median = (own[(own.length - 1) / 2] + own[own.length / 2]) / 2;
        assertEquals(Math.min(7, median), chart.bands().getFirst().low()[0], 1e-9);
        assertEquals(Math.max(7, median), chart.bands().getFirst().high()[0], 1e-9);
        // The other seed has one epoch: after it, the band is the run's own median.
        assertEquals(chart.bands().getFirst().low()[1], chart.bands().getFirst().high()[1]);
        assertEquals(
                List.of("E true 31.0", "I true 12.0", "n" + views.neuronIds()[0] + " true 33.0"),
                chart.levels().stream()
                        .map(level -> level.label() + " " + level.y())
                        .toList());
    }

    @Test
    void unitsAreDrawnOnlyWhereTheyDiffer() {
        List<double[]> same = List.of(new double[] {50, 50, 20}, new double[] {49, 49, 21});
        assertEquals(
                2,
                TauChart.of(
                                same,
                                List.of(NeuronType.EXCITATORY, NeuronType.EXCITATORY, NeuronType.INHIBITORY),
                                List.of("n1", "n2", "n3"),
                                Optional.empty(),
                                1,
                                true,
                                LIGHT)
                        .lines()
                        .size());
        assertEquals(
                6,
                TauChart.of(Samples.views(), TauReferences.NONE, Optional.empty(), 1, true, LIGHT)
                        .lines()
                        .size());
        assertEquals(
                2,
                TauChart.of(Samples.views(), TauReferences.NONE, Optional.empty(), 1, false, LIGHT)
                        .lines()
                        .size());
    }
}
