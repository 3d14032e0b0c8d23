package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;

class SeenRatesTest {
    private final Session session = SmallSessions.small();
    private final int[] trials = session.trialIds();
    private final Mask mask = session.mask(MaskOrigin.ARRAY_START);
    private final ConditionAveragedRates averages = ConditionAveragedRates.together(session, mask, trials);
    private final UnitMap units = new UnitMap(1, 1, new int[] {0, 1}, new int[] {0, 1});

    private boolean isValid(int row) {
        return mask.isValid(row / session.bins(), row % session.bins());
    }

    /** Rates that count the valid bins upwards, of the second unit ten times as large. */
    private double[] counted() {
        double[] rates = new double[trials.length * session.bins() * 2];
        int count = 0;
        for (int row = 0; row < rates.length / 2; row++) {
            rates[2 * row] = isValid(row) ? count : 1e6;
            rates[2 * row + 1] = isValid(row) ? 10 * count++ : -1e6;
        }
        return rates;
    }

    @Test
    void theRangeHasNinetyNinePercentOfTheValidRates() {
        int valid = (int) IntStream.range(0, trials.length * session.bins())
                .filter(this::isValid)
                .count();
        assertTrue(valid < trials.length * session.bins(), "some bins are not valid");
        SeenRates seen = SeenRates.of(units, averages, counted());
        assertEquals(0.005 * (valid - 1), seen.low()[0], 1e-9);
        assertEquals(9.95 * (valid - 1), seen.high()[1], 1e-9);
    }

    @Test
    void theShareOutsideCountsUnitsAndValidBinsOfTheWindow() {
        double[] rates = counted();
        SeenRates seen = SeenRates.of(units, averages, rates);
        boolean[] everywhere = new boolean[session.bins()];
        Arrays.fill(everywhere, true);
        assertEquals(0.01, seen.shareOutside(averages, rates, everywhere), 0.002);
        double[] raised = rates.clone();
        for (int row = 0; row < raised.length / 2; row++) {
            raised[2 * row] += row % session.bins() == 3 ? 1e5 : 0;
        }
        boolean[] one = new boolean[session.bins()];
        one[3] = true;
        assertEquals(0.5, seen.shareOutside(averages, raised, one), 0.01);
        one[3] = false;
        one[2] = true;
        assertEquals(seen.shareOutside(averages, rates, one), seen.shareOutside(averages, raised, one));
    }
}
