package org.dalescope.model.engine.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestedEnginesTest {
    private static int threads(int ofOne, int ofAll, int fits) {
        return new RequestedEngines(EngineRequest.of("fused", "cpu", ofOne), ofAll)
                .forFitsAtOnce(fits)
                .request()
                .threads();
    }

    @Test
    void theLastFitsShareAllThreads() {
        assertEquals(2, threads(1, 2, 1), "the fifth of five fits on two cores");
        assertEquals(4, threads(2, 8, 2), "the last two of six fits on eight cores");
        assertEquals(5, threads(4, 16, 3));
        assertEquals(1, threads(1, 2, 6), "six fits at once on two cores: one thread each, as before");
        assertEquals(3, threads(3, 3, 1), "the user chose three threads for each fit");
    }
}
