package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes that follow from the registers. */
@Tag("registers")
class VectorWidthTest {
    /** Without this the build's runs for other widths could pass on the machine's own. */
    @Test
    void theWidthIsTheForcedOneIfAnyIs() {
        int bits = VectorWidth.LENGTH * Float.SIZE;
        assertEquals(Integer.getInteger(VectorWidth.BITS_PROPERTY, bits), bits);
        assertEquals(2 * VectorWidth.LENGTH, VectorWidth.STRIP);
    }

    @Test
    void sizesAreFilledUpToTheNextMultiple() {
        assertEquals(0, VectorWidth.padded(0));
        assertEquals(VectorWidth.STRIP, VectorWidth.padded(1));
        assertEquals(VectorWidth.STRIP, VectorWidth.padded(VectorWidth.STRIP));
        assertEquals(2 * VectorWidth.STRIP, VectorWidth.padded(VectorWidth.STRIP + 1));
        assertEquals(VectorWidth.TILE, VectorWidth.paddedRows(1));
        assertEquals(VectorWidth.TILE, VectorWidth.paddedRows(VectorWidth.TILE));
        assertEquals(2 * VectorWidth.TILE, VectorWidth.paddedRows(VectorWidth.TILE + 1));
    }
}
