package org.dalescope.model.math.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Elementary functions of a vector register of floats, with a relative error of a few units in the last place. They use
 * polynomials (Chebyshev interpolation in extended precision) instead of {@code lanewise(EXP)}, whose results differ
 * between interpreter and compiled code and between machines: a fit must not depend on when the compiler runs.
 */
final class FloatFunctions {
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.6933594f;
    private static final float LN2_LOW = -2.1219444E-4f;
    private static final float LN2 = 0.6931472f;
    /** Adding this constant leaves the nearest integer in the low bits. */
    private static final float ROUNDER = 12582912f;

    private static final float LOWEST = -87f;
    private static final int ONE_BITS = 0x3f800000;
    private static final int ROOT_HALF_BITS = 0x3f3504f3;
    private static final int MANTISSA = 0x7fffff;
    /** 1 - 2^-24. */
    private static final float BELOW_ONE = 0x1.fffffep-1f;

    private FloatFunctions() {}

    /** log(1 + exp(x)), accurate for tiny results as well. */
    static FloatVector softplus(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector e = exp(magnitude.neg());
        FloatVector positive = x.add(magnitude).mul(0.5f);
        return log1p(e).fma(e, positive);
    }

    /**
     * log(1 + e) / e for e in [0, 1]; even and odd powers are separate, because a division or one long chain would cost
     * more.
     */
    private static FloatVector log1p(FloatVector e) {
        FloatVector z = e.mul(e);
        FloatVector even = z.mul(0.019542526f).add(0.105436236f);
        even = even.fma(z, VectorWidth.floats(0.19663274f));
        even = even.fma(z, VectorWidth.floats(0.3332971f));
        even = even.fma(z, VectorWidth.floats(1f));
        FloatVector odd = z.mul(-0.003176057f).add(-0.05637361f);
        odd = odd.fma(z, VectorWidth.floats(-0.15269667f));
        odd = odd.fma(z, VectorWidth.floats(-0.24951616f));
        odd = odd.fma(z, VectorWidth.floats(-0.49999893f));
        return odd.fma(e, even);
    }

    /** exp(x) for x of at most 0; below -87, the result at -87. */
    static FloatVector exp(FloatVector x) {
        FloatVector y = x.blend(LOWEST, x.lt(LOWEST));
        FloatVector t = y.fma(VectorWidth.floats(LOG2_E), VectorWidth.floats(ROUNDER));
        FloatVector scale = power(t);
        return scale.fma(expm1(y, t.sub(ROUNDER)), scale);
    }

    /** Slope of softplus at the point where softplus is s: 1 - exp(-s), accurate for tiny results as well. */
    static FloatVector slope(FloatVector s) {
        FloatVector negative = s.neg();
        FloatVector y = negative.blend(LOWEST, negative.lt(LOWEST));
        FloatVector t = y.fma(VectorWidth.floats(LOG2_E), VectorWidth.floats(ROUNDER));
        FloatVector scale = power(t);
        FloatVector rest = scale.neg().add(1f);
        return scale.neg().fma(expm1(y, t.sub(ROUNDER)), rest);
    }

    private static FloatVector power(FloatVector rounded) {
        return rounded.reinterpretAsInts().lanewise(LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
    }

    /** exp(y - n ln 2) - 1. */
    private static FloatVector expm1(FloatVector y, FloatVector n) {
        FloatVector r = n.fma(VectorWidth.floats(-LN2_HIGH), y);
        r = n.fma(VectorWidth.floats(-LN2_LOW), r);
        FloatVector p = r.mul(0.0013933642f).add(0.008369149f);
        p = p.fma(r, VectorWidth.floats(0.041666467f));
        p = p.fma(r, VectorWidth.floats(0.16666505f));
        p = p.fma(r, VectorWidth.floats(0.5f));
        p = p.fma(r, VectorWidth.floats(1f));
        return p.mul(r);
    }

    /** Natural logarithm of positive normal numbers. */
    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts().sub(ROOT_HALF_BITS);
        FloatVector k = (FloatVector) bits.lanewise(ASHR, 23).convert(I2F, 0);
        FloatVector f =
                bits.and(MANTISSA).add(ROOT_HALF_BITS).reinterpretAsFloats().sub(1f);
        FloatVector z = f.mul(f);
        FloatVector even = z.mul(0.08531075f).add(0.14977854f);
        even = even.fma(z, VectorWidth.floats(0.19955903f));
        even = even.fma(z, VectorWidth.floats(0.33334193f));
        even = even.fma(z, VectorWidth.floats(1f));
        FloatVector odd = z.mul(-0.14268601f).add(-0.165781f);
        odd = odd.fma(z, VectorWidth.floats(-0.25001347f));
        odd = odd.fma(z, VectorWidth.floats(-0.49999997f));
        FloatVector p = odd.fma(f, even);
        return k.fma(VectorWidth.floats(LN2), p.mul(f));
    }

    /** -cos(2 pi v) for v in [-1/2, 1/2]. */
    static FloatVector minusCosine(FloatVector v) {
        FloatVector z = v.mul(v);
        FloatVector p = z.mul(-6.527706f).add(25.966885f);
        p = p.fma(z, VectorWidth.floats(-60.16743f));
        p = p.fma(z, VectorWidth.floats(85.45011f));
        p = p.fma(z, VectorWidth.floats(-64.93912f));
        p = p.fma(z, VectorWidth.floats(19.739204f));
        return p.fma(z, VectorWidth.floats(-1f));
    }

    /** -sin(2 pi v) for v in [-1/2, 1/2]. */
    static FloatVector minusSine(FloatVector v) {
        FloatVector z = v.mul(v);
        FloatVector p = z.mul(-3.23778f).add(14.899578f);
        p = p.fma(z, VectorWidth.floats(-42.025852f));
        p = p.fma(z, VectorWidth.floats(76.703f));
        p = p.fma(z, VectorWidth.floats(-81.60513f));
        p = p.fma(z, VectorWidth.floats(41.3417f));
        p = p.fma(z, VectorWidth.floats(-6.2831855f));
        return p.mul(v);
    }

    /** The upper 23 bits as (k + 1/2) 2^-23, uniform in (0, 1); exact. */
    static FloatVector uniform(IntVector bits) {
        return bits.lanewise(LSHR, 9).or(ONE_BITS).reinterpretAsFloats().sub(BELOW_ONE);
    }
}
