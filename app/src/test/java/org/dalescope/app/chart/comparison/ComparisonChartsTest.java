package org.dalescope.app.chart.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.Samples;
import org.dalescope.app.chart.comparison.ComparisonCurves.Curve;
import org.dalescope.app.chart.fit.EpochAxis;
import org.dalescope.app.chart.fit.GradientChart;
import org.dalescope.app.chart.fit.ReferenceRun;
import org.dalescope.model.run.comparison.PairedNeuronScores;
import org.dalescope.model.run.comparison.WeightDifference;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.training.EpochRecord;
import org.junit.jupiter.api.Test;

class ComparisonChartsTest {
    private static final ChartTheme LIGHT = ChartTheme.light();

    @Test
    void aGroupIsItsMeanWithABandAndCeilingsAreNamed() {
        List<EpochRecord> history = Samples.history(5);
        ChartContent content = ComparisonCurves.scores(
                List.of(
                        new Curve("base", List.of(history, history.subList(0, 3)), List.of(0.5, 0.5)),
                        new Curve("other", List.of(history), List.of(0.6))),
                LIGHT);
        assertEquals(
                List.of(
                        "base (2 runs)",
                        "other",
                        "training-PSTH ceiling 0.50 of base",
                        "training-PSTH ceiling 0.60 of other"),
                content.lines().stream().map(Line::name).toList());
        assertArrayEquals(
                EpochAxis.values(history, EpochRecord::validationPsthR),
                content.lines().getFirst().y(),
                1e-12);
        assertEquals(1, content.bands().size());
        assertEquals(
                List.of("training-PSTH ceiling 0.50"),
                ComparisonCurves.scores(List.of(new Curve("a", List.of(history), List.of(0.5))), LIGHT).lines().stream()
                        .map(Line::name)
                        .skip(1)
                        .toList());
    }

    @Test
    void runsAndGroupsNeverHaveTheColoursOfEAndI() {
        for (ChartTheme theme : List.of(LIGHT, ChartTheme.dark())) {
            for (int i = 0; i < 18; i++) {
                LineStyle style = RunColours.of(i, theme);
                assertTrue(!style.colour().equals(theme.excitatory())
                        && !style.colour().equals(theme.inhibitory()));
            }
            assertEquals(
                    18,
                    java.util.stream.IntStream.range(0, 18)
                            .mapToObj(i -> RunColours.of(i, theme))
                            .distinct()
                            .count());
        }
    }

    @Test
    void pairedNeuronsAreDrawnInTheColoursOfTheirClass() {
        PairedNeuronScores pairs =
                PairedNeuronScores.of(Map.of(1, 0.2, 2, 0.4, 3, 0.6), Map.of(1, 0.3, 2, 0.1, 3, 0.7));
        Map<Integer, NeuronType> types =
                Map.of(1, NeuronType.EXCITATORY, 2, NeuronType.INHIBITORY, 3, NeuronType.EXCITATORY);
        Figure figure = RunNeuronsChart.of("a", "b", pairs, types, LIGHT);
        var image = Samples.draw(figure.drawing(), figure.width(), figure.height());
        assertTrue(Samples.count(image, LIGHT.excitatory()) > 2 * 25);
        assertTrue(Samples.count(image, LIGHT.inhibitory()) > 25);
        assertEquals(3, figure.numbers().rows());
    }

    @Test
    void moreWeightInBIsBlueAndLessIsOrange() {
        WeightDifference difference = new WeightDifference(
                List.of(4, 9),
                List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY),
                new double[][] {{0, 0.3}, {-0.3, 0}},
                0);
        Figure figure = WeightDifferenceChart.of(difference, LIGHT);
        var image = Samples.draw(figure.drawing(), figure.width(), figure.height());
        assertTrue(Samples.count(image, LIGHT.excitatory()) > 1000);
        assertTrue(Samples.count(image, LIGHT.inhibitory()) > 1000);
        assertEquals(4, figure.numbers().rows());
    }

    @Test
    void theGhostLiesBehindTheCurvesOfTheRunOnShow() {
        List<EpochRecord> history = Samples.history(6);
        ChartContent plain = GradientChart.of(history, 5, LIGHT);
        ChartContent behind = new ReferenceRun("run-3", history.subList(0, 4)).behindGradients(plain, LIGHT);
        assertEquals(plain.lines(), behind.lines().subList(0, plain.lines().size()));
        assertEquals("ghost run-3, |grad L_neuron|", behind.lines().getLast().name());
        assertEquals(LIGHT.ghost(), behind.lines().getLast().style().colour());
        assertEquals(4, behind.lines().getLast().x().length);
    }
}
