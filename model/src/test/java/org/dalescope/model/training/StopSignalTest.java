package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopSignalTest {
    @Test
    void theFitsThatRestAreCounted() throws InterruptedException {
        StopSignal stop = new StopSignal();
        assertEquals(0, stop.resting());
        stop.pause(true);
        assertEquals(0, stop.resting());
        Thread[] fits = Stream.generate(() -> Thread.ofPlatform().daemon().start(stop::rest))
                .limit(2)
                .toArray(Thread[]::new);
        while (stop.resting() < 2) {
            Thread.sleep(1);
        }
        assertTrue(stop.isResting());
        stop.pause(false);
        assertEquals(0, stop.resting());
        for (Thread fit : fits) {
            fit.join();
        }
        stop.pause(true);
        assertEquals(0, stop.resting());
    }
}
