package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** A vector kernel for weighted sums of shifted copies of an array. */
public final class ShiftedSum {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ShiftedSum() {}

    /**
     * {@code to[start + i] = sum over k of taps[k] from[i + k step]}, in the order of k.
     *
     * @param length number of sums; {@code from} holds {@code (taps - 1) step} more values
     */
    public static void apply(double[] taps, double[] from, int step, double[] to, int start, int length) {
        Shapes.room("from", from.length, length + (taps.length - 1L) * step);
        Shapes.room("to", to.length, (long) start + length);
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += SPECIES.length()) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int k = 0; k < taps.length; k++) {
                DoubleVector tap = DoubleVector.broadcast(SPECIES, taps[k]);
                sum = tap.fma(DoubleVector.fromArray(SPECIES, from, i + k * step), sum);
            }
            sum.intoArray(to, start + i);
        }
        for (int i = whole; i < length; i++) {
            double sum = 0;
            for (int k = 0; k < taps.length; k++) {
                sum = Math.fma(taps[k], from[i + k * step], sum);
            }
            to[start + i] = sum;
        }
    }
}
