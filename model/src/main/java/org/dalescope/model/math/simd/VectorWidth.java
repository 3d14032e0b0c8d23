package org.dalescope.model.math.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The width of the machine's vector registers, and the sizes that follow from it. */
public final class VectorWidth {
    /** System property that forces a width of 64, 128, 256 or 512 bits, to test the behaviour of other machines. */
    public static final String BITS_PROPERTY = "dalescope.simd.bits";

    static final VectorSpecies<Float> FLOATS = species();
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

    /** Floats per register. */
    public static final int LENGTH = FLOATS.length();

    /** Two adjacent registers: the unit in which columns of matrices are counted. */
    public static final int STRIP = 2 * LENGTH;

    /**
     * Rows of a register tile. 5 x 2 accumulators hide the latency of a fused multiply-add and still leave registers
     * for the operands on machines with 16 of them; 4 x 2 and 3 x 3 were slower in measurements, and 12 accumulators
     * spill.
     */
    public static final int TILE = 5;

    private VectorWidth() {}

    /** The next multiple of {@link #STRIP}. */
    public static int padded(int columns) {
        return (columns + STRIP - 1) / STRIP * STRIP;
    }

    /** The next multiple of {@link #TILE}. */
    public static int paddedRows(int rows) {
        return (rows + TILE - 1) / TILE * TILE;
    }

    private static VectorSpecies<Float> species() {
        int bits = Integer.getInteger(BITS_PROPERTY, 0);
        return bits == 0 ? FloatVector.SPECIES_PREFERRED : VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
    }

    static FloatVector floats(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static IntVector ints(int value) {
        return IntVector.broadcast(INTS, value);
    }
}
