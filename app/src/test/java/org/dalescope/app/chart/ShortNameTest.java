package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortNameTest {
    @Test
    void whatIsCutOutLiesInTheMiddle() {
        assertEquals("run-3", ShortName.of("run-3", 5));
        assertEquals("losse...nit, seed 1", ShortName.of("losses-demo-1 / tau-unit, seed 1", 19));
        assertEquals(19, ShortName.of("losses-demo-1 / tau-unit, seed 1", 19).length());
    }
}
