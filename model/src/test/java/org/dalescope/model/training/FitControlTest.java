package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FitControlTest {
    @Test
    void theFitsThatRestAreCounted() throws InterruptedException {
        FitControl stop = new FitControl();
        assertEquals(0, stop.pausedFits());
        stop.pause(true);
        assertEquals(0, stop.pausedFits());
        Thread[] fits = Stream.generate(() -> Thread.ofPlatform().daemon().start(stop::waitWhilePaused))
                .limit(2)
                .toArray(Thread[]::new);
        while (stop.pausedFits() < 2) {
            Thread.sleep(1);
        }
        assertTrue(stop.isAnyFitPaused());
        stop.pause(false);
        assertEquals(0, stop.pausedFits());
        for (Thread fit : fits) {
            fit.join();
        }
        stop.pause(true);
        assertEquals(0, stop.pausedFits());
    }
}
