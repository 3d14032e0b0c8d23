package org.dalescope.model.math.simd;

import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;

import jdk.incubator.vector.FloatVector;

/** Vector arithmetic on rows {@code [unit][lane]} whose width is a multiple of the register length. */
public final class RowArithmetic {
    private RowArithmetic() {}

    /** to = softplus(x). */
    public static void softplus(float[] x, float[] to, int toFrom, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatFunctions.softplus(FloatVector.fromArray(FLOATS, x, i)).intoArray(to, toFrom + i);
        }
    }

    /** to = 1 - exp(-s): the slope of softplus at the point where softplus is s. */
    public static void slope(float[] s, int from, float[] to, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatFunctions.slope(FloatVector.fromArray(FLOATS, s, from + i)).intoArray(to, i);
        }
    }

    /** x = exp(x), for x of at most 0. */
    public static void exp(float[] x, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatFunctions.exp(FloatVector.fromArray(FLOATS, x, i)).intoArray(x, i);
        }
    }

    /** to = s + log(slope): recovers the state x from s = softplus(x). */
    public static void state(float[] s, int from, float[] slope, float[] to, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector log = FloatFunctions.log(FloatVector.fromArray(FLOATS, slope, i));
            log.add(FloatVector.fromArray(FLOATS, s, from + i)).intoArray(to, i);
        }
    }

    /** to += factor x. */
    public static void addScaled(float[] x, int from, float factor, float[] to, int toFrom, int width) {
        FloatVector a = FloatVector.broadcast(FLOATS, factor);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector.fromArray(FLOATS, x, from + i)
                    .fma(a, FloatVector.fromArray(FLOATS, to, toFrom + i))
                    .intoArray(to, toFrom + i);
        }
    }

    /** to += the sum of factor x over several rows x, one after the other, in their order. */
    public static void addScaledRows(float[] x, float[] factors, float[] to, int toFrom, int width) {
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector sum = FloatVector.fromArray(FLOATS, to, toFrom + i);
            for (int row = 0; row < factors.length; row++) {
                sum = FloatVector.fromArray(FLOATS, x, row * width + i)
                        .fma(FloatVector.broadcast(FLOATS, factors[row]), sum);
            }
            sum.intoArray(to, toFrom + i);
        }
    }

    /** to += x y. */
    public static void addProduct(float[] x, int xFrom, float[] y, int yFrom, float[] to, int toFrom, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector.fromArray(FLOATS, x, xFrom + i)
                    .fma(FloatVector.fromArray(FLOATS, y, yFrom + i), FloatVector.fromArray(FLOATS, to, toFrom + i))
                    .intoArray(to, toFrom + i);
        }
    }

    /** to += factor x y. */
    public static void addScaledProduct(
            float[] x, int xFrom, float[] y, int yFrom, float factor, float[] to, int toFrom, int count) {
        FloatVector a = FloatVector.broadcast(FLOATS, factor);
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector.fromArray(FLOATS, x, xFrom + i)
                    .mul(a)
                    .fma(FloatVector.fromArray(FLOATS, y, yFrom + i), FloatVector.fromArray(FLOATS, to, toFrom + i))
                    .intoArray(to, toFrom + i);
        }
    }

    /** to -= x. */
    public static void subtract(float[] x, float[] to, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector.fromArray(FLOATS, to, i)
                    .sub(FloatVector.fromArray(FLOATS, x, i))
                    .intoArray(to, i);
        }
    }

    /** to = a x + b y. */
    public static void combine(float[] x, float a, float[] y, float b, float[] to, int toFrom, int width) {
        FloatVector fa = FloatVector.broadcast(FLOATS, a);
        FloatVector fb = FloatVector.broadcast(FLOATS, b);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector other = FloatVector.fromArray(FLOATS, y, i).mul(fb);
            FloatVector.fromArray(FLOATS, x, i).fma(fa, other).intoArray(to, toFrom + i);
        }
    }

    /**
     * Sum of x y over a row; the lanes of the registers are added in their order. {@code scratch} holds one register.
     */
    public static float dot(float[] x, int xFrom, float[] y, int yFrom, int width, float[] scratch) {
        dots(x, xFrom, 1, y, yFrom, width, scratch);
        return total(scratch, 0);
    }

    /**
     * The products of several rows with one row y, before their lanes are added.
     *
     * @param x the rows, one after the other
     * @param lanes receives one register for each row; {@link #total(float[], int)} adds it
     */
    public static void dots(float[] x, int xFrom, int rows, float[] y, int yFrom, int width, float[] lanes) {
        for (int row = 0; row < rows; row++) {
            FloatVector sum = FloatVector.zero(FLOATS);
            int from = xFrom + row * width;
            for (int i = 0; i < width; i += LENGTH) {
                sum = FloatVector.fromArray(FLOATS, x, from + i).fma(FloatVector.fromArray(FLOATS, y, yFrom + i), sum);
            }
            sum.intoArray(lanes, row * LENGTH);
        }
    }

    /** Sum of w y^2 over a row. */
    public static float dotSquare(float[] w, int wFrom, float[] y, int yFrom, int width, float[] scratch) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector v = FloatVector.fromArray(FLOATS, y, yFrom + i);
            sum = FloatVector.fromArray(FLOATS, w, wFrom + i).mul(v).fma(v, sum);
        }
        sum.intoArray(scratch, 0);
        return total(scratch, 0);
    }

    /**
     * Sum of w (c - y log(c + floor)) over a row, with the expected count c = factor s, before its lanes are added.
     *
     * @param lanes receives one register at {@code to}; {@link #total(float[], int)} adds it
     */
    public static void poisson(
            float[] w,
            float[] s,
            int sFrom,
            float factor,
            float floor,
            float[] y,
            int yFrom,
            int width,
            float[] lanes,
            int to) {
        FloatVector sum = FloatVector.zero(FLOATS);
        FloatVector a = FloatVector.broadcast(FLOATS, factor);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector c = FloatVector.fromArray(FLOATS, s, sFrom + i).mul(a);
            FloatVector log = FloatFunctions.log(c.add(floor));
            FloatVector term = c.sub(log.mul(FloatVector.fromArray(FLOATS, y, yFrom + i)));
            sum = FloatVector.fromArray(FLOATS, w, i).fma(term, sum);
        }
        sum.intoArray(lanes, to);
    }

    /** to += a w (1 - y / (c + floor)): the derivative of {@link #poisson} with respect to c, times a. */
    public static void addPoissonSlope(
            float[] w,
            float[] s,
            int sFrom,
            float factor,
            float floor,
            float[] y,
            int yFrom,
            float a,
            float[] to,
            int toFrom,
            int width) {
        FloatVector f = FloatVector.broadcast(FLOATS, factor);
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        for (int i = 0; i < width; i += LENGTH) {
            FloatVector c = FloatVector.fromArray(FLOATS, s, sFrom + i).fma(f, FloatVector.broadcast(FLOATS, floor));
            FloatVector slope =
                    one.sub(FloatVector.fromArray(FLOATS, y, yFrom + i).div(c));
            FloatVector.fromArray(FLOATS, w, i)
                    .mul(a)
                    .fma(slope, FloatVector.fromArray(FLOATS, to, toFrom + i))
                    .intoArray(to, toFrom + i);
        }
    }

    /** The sum of the lanes of a register in their order. */
    public static float total(float[] lanes, int from) {
        float total = 0;
        for (int lane = 0; lane < LENGTH; lane++) {
            total += lanes[from + lane];
        }
        return total;
    }
}
