package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function in float64 for vector registers, lane by lane. It is written out because the library's
 * vector exp may differ in its last bits between interpreted and compiled code, and the same fit must give the same
 * bits.
 *
 * <p>x = n ln 2 + r (Cody and Waite), |r| at most ln 2 / 2, exp r by its Taylor polynomial of degree 12: the first term
 * left out is 1.7e-16.
 */
final class DoubleExponential {
    /** Below this value the result would be subnormal and is set to 0. */
    static final double LOWEST = -708;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final double PER_LN_2 = 1.4426950408889634;
    /** ln 2 in two parts; n times the first is exact. */
    private static final double LN_2_HIGH = 0x1.62e42fefp-1;

    private static final double LN_2_LOW = 0x1.473de6af278edp-34;
    /** Adding this constant rounds to an integer and leaves that integer in the lowest bits. */
    private static final double ROUND = 0x1.8p52;

    private static final int MANTISSA_BITS = 52;
    private static final long BIAS = 1023;

    private DoubleExponential() {}

    /** exp of vectors of the preferred species; NaN stays NaN. */
    static DoubleVector of(DoubleVector x) {
        DoubleVector shifted = x.fma(constant(PER_LN_2), constant(ROUND));
        DoubleVector n = shifted.sub(ROUND);
        LongVector exponent = shifted.reinterpretAsLongs().add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        DoubleVector r = n.fma(constant(-LN_2_LOW), n.fma(constant(-LN_2_HIGH), x));
        DoubleVector e = polynomial(r);
        return e.mul(exponent.reinterpretAsDoubles()).blend(0, x.compare(VectorOperators.LT, LOWEST));
    }

    /**
     * Evaluates the polynomial by Estrin's scheme: pairs of terms, then pairs of pairs. The chain has four
     * multiply-adds instead of twelve.
     */
    private static DoubleVector polynomial(DoubleVector r) {
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector c01 = r.add(constant(1));
        DoubleVector c23 = r.fma(constant(1.0 / 6), constant(0.5));
        DoubleVector c45 = r.fma(constant(1.0 / 120), constant(1.0 / 24));
        DoubleVector c67 = r.fma(constant(1.0 / 5040), constant(1.0 / 720));
        DoubleVector c89 = r.fma(constant(1.0 / 362880), constant(1.0 / 40320));
        DoubleVector c1011 = r.fma(constant(1.0 / 39916800), constant(1.0 / 3628800));
        DoubleVector c0to3 = c23.fma(r2, c01);
        DoubleVector c4to7 = c67.fma(r2, c45);
        DoubleVector c8to11 = c1011.fma(r2, c89);
        DoubleVector c8to12 = r4.fma(constant(1.0 / 479001600), c8to11);
        return c8to12.fma(r4.mul(r4), c4to7.fma(r4, c0to3));
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
