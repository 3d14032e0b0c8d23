package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Test;

class TrialOrderTest {
    @Test
    void everyTrialIsInOneStepAndEveryStepHasItsShareOfEveryStratum() {
        List<int[]> strata = List.of(
                IntStream.range(0, 40).toArray(),
                IntStream.range(40, 100).toArray(),
                IntStream.range(100, 113).toArray());
        List<int[]> steps = TrialOrder.of(strata, 4, new CounterRandom(1));
        int[] all = steps.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        assertTrue(Arrays.equals(IntStream.range(0, 113).toArray(), all));
        for (int[] step : steps) {
            assertEquals(10, (double) Arrays.stream(step).filter(t -> t < 40).count(), 1.0);
            assertEquals(
                    15,
                    (double) Arrays.stream(step).filter(t -> t >= 40 && t < 100).count(),
                    1.0);
            assertEquals(28, step.length, 1.0);
        }
    }

    @Test
    void aQuarterOfTheTrialsMakesFourSteps() {
        assertEquals(4, TrialOrder.steps(313, 0.25));
        assertEquals(1, TrialOrder.steps(313, 1));
        assertEquals(5, TrialOrder.steps(10, 0.01));
    }
}
