package org.dalescope.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes that follow from the registers. */
@Tag("registers")
class FloatLanesTest {
    /** Without this the build's runs for other widths could pass on the machine's own. */
    @Test
    void theWidthIsTheForcedOneIfAnyIs() {
        int bits = FloatLanes.LENGTH * Float.SIZE;
        assertEquals(Integer.getInteger(FloatLanes.BITS_PROPERTY, bits), bits);
        assertEquals(2 * FloatLanes.LENGTH, FloatLanes.STRIP);
    }

    @Test
    void sizesAreFilledUpToTheNextMultiple() {
        assertEquals(0, FloatLanes.padded(0));
        assertEquals(FloatLanes.STRIP, FloatLanes.padded(1));
        assertEquals(FloatLanes.STRIP, FloatLanes.padded(FloatLanes.STRIP));
        assertEquals(2 * FloatLanes.STRIP, FloatLanes.padded(FloatLanes.STRIP + 1));
        assertEquals(FloatLanes.TILE, FloatLanes.paddedRows(1));
        assertEquals(FloatLanes.TILE, FloatLanes.paddedRows(FloatLanes.TILE));
        assertEquals(2 * FloatLanes.TILE, FloatLanes.paddedRows(FloatLanes.TILE + 1));
    }
}
