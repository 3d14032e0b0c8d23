package org.dalescope.app.ui.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.session.NeuronType;
import org.junit.jupiter.api.Test;

class FitViewModelTest {
    @Test
    void theScopeIsAsItWasLeft() {
        FitViewModel left = new FitViewModel();
        left.logarithmicProperty().set(false);
        left.smoothingProperty().set(0.25);
        Objects.requireNonNull(left.panels().get(FitPanel.WEIGHTS)).set(false);
        FitViewModel again = new FitViewModel();
        again.restore(left.looks());
        assertEquals(left.looks(), again.looks());
        assertFalse(again.isShown(FitPanel.WEIGHTS));
        assertTrue(again.isShown(FitPanel.SCORE));
        assertEquals(0.25, again.smoothingProperty().get());
    }

    @Test
    void whatMakesNoSenseStaysAsItWas() {
        FitViewModel model = new FitViewModel();
        Map<String, String> usual = model.looks();
        model.restore(Map.of("scope.smoothing", "1e9", "scope.nothing", "true"));
        assertEquals(usual, model.looks());
    }

    @Test
    void aWeightOfTheWrongSignIsCounted() {
        // Columns are the units that send: E, E, I.
        float[] weights = {0, 0.5f, -1, 0.2f, 0, -2, 0.1f, 0.3f, 0};
        List<NeuronType> types = List.of(NeuronType.EXCITATORY, NeuronType.EXCITATORY, NeuronType.INHIBITORY);
        assertEquals("Dale's law holds", EigenvalueTrace.dale(view(weights), types));
        weights[1] = -0.5f;
        weights[2] = 1;
        assertEquals("! 2 weights violate Dale's law", EigenvalueTrace.dale(view(weights), types));
        List<NeuronType> unknown = List.of(NeuronType.EXCITATORY, NeuronType.UNKNOWN, NeuronType.UNKNOWN);
        assertEquals("Dale's law holds", EigenvalueTrace.dale(view(weights), unknown));
    }

    private static EpochView view(float[] weights) {
        return new EpochView(1, List.of(), weights, new float[0]);
    }
}
