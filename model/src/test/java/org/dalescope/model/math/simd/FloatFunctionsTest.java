package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Softplus, its slope and its inverse against {@link StrictMath}. */
@Tag("registers")
class FloatFunctionsTest {
    private static final int COUNT = 1 << 17;

    @Test
    void softplusIsRightAlsoWhereItIsTiny() {
        float[] x = Floats.fromTo(COUNT, -80, 80, 1);
        System.arraycopy(Floats.fromTo(COUNT / 2, -3, 3, 2), 0, x, 0, COUNT / 2);
        System.arraycopy(new float[] {0, -0f, -80, 80, Float.MIN_VALUE, 1e-30f, -1e-30f}, 0, x, 0, 7);
        float[] s = softplus(x);
        for (int i = 0; i < COUNT; i++) {
            double want = Math.max(x[i], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs((double) x[i])));
            Floats.near(want, s[i], 1e-6 * want, "softplus of " + x[i], i);
        }
    }

    @Test
    void softplusOfWhatIsLargeIsThatAndNeverFallsToZero() {
        float[] x = new float[VectorWidth.LENGTH];
        x[0] = 1e30f;
        x[1] = Float.POSITIVE_INFINITY;
        x[2] = -1e30f;
        float[] s = softplus(x);
        assertEquals(1e30f, s[0]);
        assertEquals(Float.POSITIVE_INFINITY, s[1]);
        assertTrue(s[2] >= Float.MIN_NORMAL && s[2] < 1e-37f, "its logarithm is taken: " + s[2]);
    }

    @Test
    void slopeIsRightAlsoWhereItIsTiny() {
        float[] exponents = Floats.fromTo(COUNT, StrictMath.log(1e-30), StrictMath.log(80), 3);
        float[] s = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            s[i] = (float) StrictMath.exp(exponents[i]);
        }
        s[0] = 80;
        s[1] = 1e-30f;
        s[2] = 1e30f;
        float[] slope = slope(s);
        for (int i = 0; i < COUNT; i++) {
            double want = -StrictMath.expm1(-s[i]);
            Floats.near(want, slope[i], 1e-6 * want, "slope at " + s[i], i);
        }
    }

    /** Tighter than what is made of them: an error of one coefficient shows here and hides elsewhere. */
    @Test
    void logarithmAndExponentialAreRightToAFewUnitsInTheLastPlace() {
        float[] x = Floats.fromTo(COUNT, -86, 86, 5);
        System.arraycopy(Floats.fromTo(COUNT / 2, -2, 2, 6), 0, x, 0, COUNT / 2);
        float[] positive = new float[COUNT];
        float[] log = new float[COUNT];
        float[] negative = new float[COUNT];
        float[] exp = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            positive[i] = (float) StrictMath.exp(x[i]);
            negative[i] = -Math.abs(x[i]);
        }
        for (int i = 0; i < COUNT; i += VectorWidth.LENGTH) {
            FloatFunctions.log(FloatVector.fromArray(FLOATS, positive, i)).intoArray(log, i);
            FloatFunctions.exp(FloatVector.fromArray(FLOATS, negative, i)).intoArray(exp, i);
        }
        for (int i = 0; i < COUNT; i++) {
            double want = StrictMath.log(positive[i]);
            Floats.near(want, log[i], 3e-7 * Math.abs(want), "log of " + positive[i], i);
            want = StrictMath.exp(negative[i]);
            Floats.near(want, exp[i], 3e-7 * want, "exp of " + negative[i], i);
        }
    }

    @Test
    void stateLeadsBack() {
        float[] x = Floats.fromTo(COUNT, -20, 20, 4);
        System.arraycopy(new float[] {0, -20, 20}, 0, x, 0, 3);
        float[] s = softplus(x);
        float[] back = state(s, slope(s));
        for (int i = 0; i < COUNT; i++) {
            Floats.near(x[i], back[i], 1e-5 * (1 + Math.abs(x[i])), "state", i);
        }
    }

    /** Cut and rounded, a NaN could leave as a number: a fit would go on with nonsense instead of stopping. */
    @Test
    void notANumberStaysNone() {
        float[] none = new float[VectorWidth.STRIP];
        Arrays.fill(none, Float.NaN);
        float[] ones = new float[none.length];
        Arrays.fill(ones, 1);
        assertArrayEquals(none, softplus(none));
        assertArrayEquals(none, slope(none));
        assertArrayEquals(none, state(none, ones));
        assertArrayEquals(none, state(none, none));
    }

    private static float[] softplus(float[] x) {
        float[] s = new float[x.length];
        RowArithmetic.softplus(x, s, 0, x.length);
        return s;
    }

    private static float[] slope(float[] s) {
        float[] slope = new float[s.length];
        RowArithmetic.slope(s, 0, slope, s.length);
        return slope;
    }

    private static float[] state(float[] s, float[] slope) {
        float[] x = new float[s.length];
        RowArithmetic.state(s, 0, slope, x, s.length);
        return x;
    }
}
