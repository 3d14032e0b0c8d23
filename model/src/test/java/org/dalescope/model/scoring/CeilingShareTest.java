package org.dalescope.model.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeilingShareTest {
    private static Score score(double value, double ceiling) {
        double none = Double.NaN;
        return new Score(ScoreKind.PSTH_R, value, none, none, ceiling, none, none, none, none, 0, Map.of(), Map.of());
    }

    @Test
    void aPositiveCeilingHasAShare() {
        assertEquals(0.9, score(0.45, 0.5).shareOfTraining(), 1e-12);
        assertEquals(-0.2, score(-0.1, 0.5).shareOfTraining(), 1e-12);
    }

    /** A session of which the training trials say nothing scored "2.978 of -0.014". */
    @ParameterizedTest
    @ValueSource(doubles = {-0.014, 0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aCeilingThatIsNotPositiveHasNone(double ceiling) {
        assertTrue(Double.isNaN(score(-0.0417, ceiling).shareOfTraining()));
    }
}
