package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

class FitSizeTest {
    /** 8 E and 2 I neurons, 9 inputs: W 100, W_in 90, and bias, gain (one per neuron) and initial state 10 each. */
    @Test
    void parametersAndOperationsAreCounted() {
        Session session = SyntheticSession.of(new SyntheticSettings(8, 2, 100, 20, 25, 0, 1));
        Configuration settings = Preset.named("psth-shape").configuration();
        FitSize size = FitSize.of(Fit.of(session, Fit.defaultSplit(session, settings), settings, 1));
        assertEquals(10, size.units());
        assertEquals(100 + 90 + 10 + 10 + 10, size.parameters());
        // 70 training trials, 20 bins, multiply and add, forward once and backward twice.
        assertEquals(3 * 2.0 * 70 * 20 * 10 * (10 + 9), size.epochFlops());
    }
}
