package org.dalescope.app.chart.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Samples;
import org.dalescope.model.training.EpochRecord;
import org.junit.jupiter.api.Test;

/** Every epoch of the made-up history takes 3 ms. */
class EpochUnitTest {
    private static final int TRIALS = 120;
    private final List<EpochRecord> history = Samples.history(4);
    private final ChartContent chart = LossChart.of(history, 3, LossChart.Look.raw(), ChartTheme.light());

    private double[] x(EpochUnit unit) {
        return unit.of(chart, history, TRIALS).lines().getFirst().x();
    }

    @Test
    void theAxisCountsEpochsSecondsOrTrials() {
        double epochMs = history.getFirst().ms();
        assertArrayEquals(new double[] {1, 2, 3, 4}, x(EpochUnit.EPOCHS));
        assertArrayEquals(new double[] {120, 240, 360, 480}, x(EpochUnit.TRIALS), 1e-9);
        assertArrayEquals(
                new double[] {epochMs / 1e3, 2 * epochMs / 1e3, 3 * epochMs / 1e3, 4 * epochMs / 1e3},
                x(EpochUnit.SECONDS),
                1e-12);
    }

    @Test
    void marksMoveWithTheCurves() {
        assertEquals(
                360,
                EpochUnit.TRIALS.of(chart, history, TRIALS).marks().getFirst().x());
        assertEquals("trials seen", EpochUnit.TRIALS.of(chart, history, TRIALS).xLabel());
    }

    @Test
    void aPlaceOnTheAxisIsTheNearestEpoch() {
        assertEquals(2, EpochUnit.EPOCHS.epochAt(2.3, history, TRIALS));
        assertEquals(3, EpochUnit.TRIALS.epochAt(390, history, TRIALS));
        assertEquals(4, EpochUnit.TRIALS.epochAt(1e6, history, TRIALS));
        assertEquals(0, EpochUnit.SECONDS.epochAt(1, List.of(), TRIALS));
    }
}
