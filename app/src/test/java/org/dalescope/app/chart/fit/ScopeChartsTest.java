package org.dalescope.app.chart.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.Samples;
import org.dalescope.app.chart.VerticalMark;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;
import org.junit.jupiter.api.Test;

class ScopeChartsTest {
    private static final ChartTheme LIGHT = ChartTheme.light();

    /** Two bins used of three, neurons E, I, E. */
    private static RunViews views() {
        double[] data = {1, 10, 3, 2, 20, 4, 999, 999, 999};
        Psth psth = new Psth(3, 3, data, new double[9], new int[] {4, 4, 0});
        return new RunViews(
                new double[] {0, 25, 50},
                List.of("all trials"),
                new int[] {5, 6, 7},
                List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY, NeuronType.EXCITATORY),
                List.of(psth),
                List.of(),
                List.of(),
                2,
                new RunViews.Trials(new int[] {8, 9}, List.of(new double[] {1, 2, Double.NaN}, new double[] {3, 4, 5})),
                "");
    }

    private static EpochView view(int epoch, float factor) {
        float[] psth = new float[9];
        for (int i = 0; i < 9; i++) {
            psth[i] = factor * (i + 1);
        }
        // From an E and an I unit: eigenvalues of {{2, -1}, {1, 0}} are 1 and 1.
        return new EpochView(epoch, List.of(psth), new float[] {2, -1, 1, 0}, new float[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    void meanRatesCountUsedBinsAndTheirOwnClass() {
        ChartContent content = RatesChart.of(views(), List.of(view(1, 1), view(4, 2)), 1, LIGHT);
        // E: (1 + 3 + 4 + 6) / 4 of the model, (1 + 3 + 2 + 4) / 4 of the data; I: (2 + 5) / 2 and (10 + 20) / 2.
        assertArrayEquals(new double[] {3.5, 7}, content.lines().getFirst().y(), 1e-6);
        assertArrayEquals(new double[] {3.5, 7}, content.lines().getLast().y(), 1e-6);
        assertArrayEquals(new double[] {1, 4}, content.lines().getLast().x());
        assertEquals(2.5, content.levels().getFirst().y(), 1e-12);
        assertEquals(15, content.levels().getLast().y(), 1e-12);
    }

    @Test
    void stabilityIsTheLargestModulusAndTheLargestRealPart() {
        // {{0, -2}, {2, 0}} turns with eigenvalues 2i and -2i: modulus 2, real part 0.
        StabilityChart.Point point = StabilityChart.Point.of(3, EigenvalueSpectrum.of(new double[] {0, -2, 2, 0}, 2));
        assertEquals(2, point.radius(), 1e-12);
        assertEquals(0, point.abscissa(), 1e-12);
    }

    @Test
    void imagesCarryTheirNumbersAndUnusedBinsAreNone() {
        Figure weights = CircuitFigures.weights(
                view(7, 1), List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY), Optional.empty(), LIGHT);
        assertEquals("W_rec at epoch 7", weights.title());
        assertArrayEquals(new double[] {2, -1, 1, 0}, column(weights, 2));
        assertArrayEquals(new double[] {0, 1, 0, 1}, column(weights, 1));
        Figure trials = CircuitFigures.modelTrials(views(), view(7, 1), LIGHT);
        assertArrayEquals(new double[] {1, 2, Double.NaN, 4, 5, 6}, column(trials, 2));
        assertEquals(5, CircuitFigures.highest(views()));
    }

    /** The image of the weights covered such lines before. */
    @Test
    void aSelectedUnitIsFramedInTheWeights() {
        List<NeuronType> types = List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY);
        Figure plain = CircuitFigures.weights(view(7, 1), types, Optional.empty(), LIGHT);
        Figure framed = CircuitFigures.weights(view(7, 1), types, Optional.of(0), LIGHT);
        long without = Samples.count(Samples.draw(plain.drawing(), 400, 400), LIGHT.accent());
        long with = Samples.count(Samples.draw(framed.drawing(), 400, 400), LIGHT.accent());
        assertEquals(0, without);
        assertTrue(with > 200, "drawn " + with);
    }

    @Test
    void aDarkChartGoesIntoAFileInTheColoursOfWhitePaper() {
        ChartTheme dark = ChartTheme.dark();
        ChartContent inDark = RatesChart.of(views(), List.of(view(1, 1)), 1, dark);
        ChartContent inLight = RatesChart.of(views(), List.of(view(1, 1)), 1, LIGHT);
        ChartContent taken = inDark.repainted(dark, LIGHT);
        assertEquals(inLight.marks(), taken.marks());
        assertEquals(inLight.levels(), taken.levels());
        assertEquals(
                inLight.lines().stream().map(Line::style).toList(),
                taken.lines().stream().map(Line::style).toList());
        assertEquals(ChartTheme.pale(LIGHT.accent()), dark.in(LIGHT, ChartTheme.pale(dark.accent())));
    }

    @Test
    void theChosenEpochIsMarked() {
        ChartContent content = LearningRateChart.of(Samples.history(9), 4, LIGHT);
        assertEquals(content.marks(), content.atEpoch(Optional.empty(), LIGHT).marks());
        assertEquals(7, content.atEpoch(Optional.of(7), LIGHT).marks().getLast().x());
        assertEquals(
                List.of(true, false),
                content.atEpoch(Optional.of(7), LIGHT).marks().stream()
                        .map(VerticalMark::atTop)
                        .toList());
    }

    private static double[] column(Figure figure, int index) {
        return ((Table.Numbers) figure.numbers().columns().get(index)).values();
    }
}
