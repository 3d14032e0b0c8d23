package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortRunNameTest {
    @Test
    void whatIsCutOutLiesInTheMiddle() {
        assertEquals("run-3", ShortRunName.of("run-3", 5));
        assertEquals("losse...nit, seed 1", ShortRunName.of("losses-demo-1 / tau-unit, seed 1", 19));
        assertEquals(19, ShortRunName.of("losses-demo-1 / tau-unit, seed 1", 19).length());
    }
}
