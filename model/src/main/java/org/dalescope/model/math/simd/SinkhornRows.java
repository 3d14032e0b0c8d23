package org.dalescope.model.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector kernels that loop over the rows of an optimal transport problem. Rows are padded to whole vectors ({@link
 * PaddedMatrix}): padded costs are {@link #UNREACHABLE} and padded column factors are 0, so that no weight is
 * transported there. A row is summed per lane first, then over the lanes in their order.
 *
 * <p>Each method uses few kinds of vector operations and loops over rows itself: the compiler allocates vectors that it
 * cannot inline into one piece of code, and the loop becomes several times slower.
 */
final class SinkhornRows {
    /** A cost that no plan pays. It is finite, so that 0 times the cost is 0. */
    static final double UNREACHABLE = 1e150;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** Lanes of a vector; the length of a caller's {@code lanes} array. */
    static final int LANES = SPECIES.length();

    private SinkhornRows() {}

    /** {@code peaks[i] = max over j of g[j] - cost[i][j]}. */
    static void peaks(double[] cost, double[] g, double[] peaks, int first, int end, double[] lanes) {
        for (int i = first; i < end; i++) {
            int at = i * g.length;
            DoubleVector peak = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
            for (int j = 0; j < g.length; j += LANES) {
                DoubleVector x = vector(g, j).sub(vector(cost, at + j));
                peak = peak.blend(x, x.compare(VectorOperators.GT, peak));
            }
            peak.intoArray(lanes, 0);
            double highest = lanes[0];
            for (int lane = 1; lane < LANES; lane++) {
                highest = Math.max(highest, lanes[lane]);
            }
            peaks[i] = highest;
        }
    }

    /** {@code sums[i] = sum over j of exp((g[j] - cost[i][j] - peaks[i]) * perEpsilon)}. */
    static void sumsOfExp(
            double[] cost,
            double[] g,
            double[] peaks,
            double perEpsilon,
            double[] sums,
            int first,
            int end,
            double[] lanes) {
        for (int i = first; i < end; i++) {
            int at = i * g.length;
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int j = 0; j < g.length; j += LANES) {
                DoubleVector x = vector(g, j).sub(vector(cost, at + j)).sub(peaks[i]);
                sum = sum.add(DoubleExponential.of(x.mul(perEpsilon)));
            }
            sums[i] = inOrder(sum, lanes);
        }
    }

    /** {@code reach[to + j] = max over i of f[i] - cost[i][j]}, unless it is higher already. */
    static void raise(double[] cost, double[] f, double[] reach, int to, int stride, int first, int end) {
        for (int i = first; i < end; i++) {
            int at = i * stride;
            for (int j = 0; j < stride; j += LANES) {
                DoubleVector x = DoubleVector.broadcast(SPECIES, f[i]).sub(vector(cost, at + j));
                DoubleVector peak = vector(reach, to + j);
                peak.blend(x, x.compare(VectorOperators.GT, peak)).intoArray(reach, to + j);
            }
        }
    }

    /** {@code kernel[i][j] = exp((f[i] + g[j] - cost[i][j]) * perEpsilon)}, added to {@code sums[to + j]}. */
    static void fill(
            double[] cost,
            double[] f,
            double[] g,
            double perEpsilon,
            double[] kernel,
            double[] sums,
            int to,
            int first,
            int end) {
        for (int i = first; i < end; i++) {
            int at = i * g.length;
            for (int j = 0; j < g.length; j += LANES) {
                DoubleVector x = DoubleVector.broadcast(SPECIES, f[i])
                        .sub(vector(cost, at + j))
                        .add(vector(g, j));
                DoubleVector e = DoubleExponential.of(x.mul(perEpsilon));
                e.intoArray(kernel, at + j);
                vector(sums, to + j).add(e).intoArray(sums, to + j);
            }
        }
    }

    /** {@code products[i] = sum over j of kernel[at + i stride + j] v[j]} for four rows. */
    static void dotFour(double[] kernel, int at, double[] v, double[] products, double[] lanes) {
        int at1 = at + v.length;
        int at2 = at1 + v.length;
        int at3 = at2 + v.length;
        DoubleVector a0 = DoubleVector.zero(SPECIES);
        DoubleVector a1 = DoubleVector.zero(SPECIES);
        DoubleVector a2 = DoubleVector.zero(SPECIES);
        DoubleVector a3 = DoubleVector.zero(SPECIES);
        DoubleVector b0 = DoubleVector.zero(SPECIES);
        DoubleVector b1 = DoubleVector.zero(SPECIES);
        DoubleVector b2 = DoubleVector.zero(SPECIES);
        DoubleVector b3 = DoubleVector.zero(SPECIES);
        for (int j = 0; j < v.length; j += 2 * LANES) {
            DoubleVector x = vector(v, j);
            DoubleVector y = vector(v, j + LANES);
            a0 = x.fma(vector(kernel, at + j), a0);
            b0 = y.fma(vector(kernel, at + j + LANES), b0);
            a1 = x.fma(vector(kernel, at1 + j), a1);
            b1 = y.fma(vector(kernel, at1 + j + LANES), b1);
            a2 = x.fma(vector(kernel, at2 + j), a2);
            b2 = y.fma(vector(kernel, at2 + j + LANES), b2);
            a3 = x.fma(vector(kernel, at3 + j), a3);
            b3 = y.fma(vector(kernel, at3 + j + LANES), b3);
        }
        products[0] = inOrder(a0.add(b0), lanes);
        products[1] = inOrder(a1.add(b1), lanes);
        products[2] = inOrder(a2.add(b2), lanes);
        products[3] = inOrder(a3.add(b3), lanes);
    }

    /** The result of {@link #dotFour} for one row, bit for bit. */
    static double dot(double[] kernel, int at, double[] v, double[] lanes) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = DoubleVector.zero(SPECIES);
        for (int j = 0; j < v.length; j += 2 * LANES) {
            a = vector(v, j).fma(vector(kernel, at + j), a);
            b = vector(v, j + LANES).fma(vector(kernel, at + j + LANES), b);
        }
        return inOrder(a.add(b), lanes);
    }

    /** {@code sums[to + j] += kernel[at + i stride + j] u[row + i]}, row after row, for four rows. */
    static void addFour(double[] kernel, int at, double[] u, int row, double[] sums, int to, int stride) {
        DoubleVector u0 = DoubleVector.broadcast(SPECIES, u[row]);
        DoubleVector u1 = DoubleVector.broadcast(SPECIES, u[row + 1]);
        DoubleVector u2 = DoubleVector.broadcast(SPECIES, u[row + 2]);
        DoubleVector u3 = DoubleVector.broadcast(SPECIES, u[row + 3]);
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int j = 0; j < stride; j += LANES) {
            DoubleVector sum = u0.fma(vector(kernel, at + j), vector(sums, to + j));
            sum = u1.fma(vector(kernel, at1 + j), sum);
            sum = u2.fma(vector(kernel, at2 + j), sum);
            sum = u3.fma(vector(kernel, at3 + j), sum);
            sum.intoArray(sums, to + j);
        }
    }

    /** {@code sums[to + j] += kernel[at + j] u}. */
    static void add(double[] kernel, int at, double u, double[] sums, int to, int stride) {
        for (int j = 0; j < stride; j += LANES) {
            DoubleVector sum = vector(kernel, at + j).fma(DoubleVector.broadcast(SPECIES, u), vector(sums, to + j));
            sum.intoArray(sums, to + j);
        }
    }

    /**
     * Measures a row of the plan P = u kernel v: its sum, its sum of P log P and its cost.
     *
     * @param logV log v in units of which the cost is {@code cost * perEpsilon}: log P = logU + logV - cost / epsilon
     */
    static void measure(
            double[] cost,
            double[] kernel,
            int at,
            double u,
            double[] v,
            double logU,
            double[] logV,
            double perEpsilon,
            double[] measures,
            double[] lanes) {
        DoubleVector total = DoubleVector.zero(SPECIES);
        DoubleVector pLogP = DoubleVector.zero(SPECIES);
        DoubleVector paid = DoubleVector.zero(SPECIES);
        DoubleVector scale = DoubleVector.broadcast(SPECIES, -perEpsilon);
        for (int j = 0; j < v.length; j += LANES) {
            DoubleVector c = vector(cost, at + j);
            DoubleVector p = vector(kernel, at + j).mul(u).mul(vector(v, j));
            total = total.add(p);
            paid = p.fma(c, paid);
            pLogP = p.fma(c.fma(scale, vector(logV, j).add(logU)), pLogP);
        }
        measures[0] = inOrder(total, lanes);
        measures[1] = inOrder(pLogP, lanes);
        measures[2] = inOrder(paid, lanes);
    }

    /** Replaces a row of costs by P / cost and returns its sum. */
    static double divide(double[] cost, double[] kernel, int at, double u, double[] v, double[] lanes) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = 0; j < v.length; j += LANES) {
            DoubleVector w = vector(kernel, at + j).mul(u).mul(vector(v, j)).div(vector(cost, at + j));
            w.intoArray(cost, at + j);
            sum = sum.add(w);
        }
        return inOrder(sum, lanes);
    }

    /** Replaces a row of costs by P and returns its sum. */
    static double replace(double[] cost, double[] kernel, int at, double u, double[] v, double[] lanes) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = 0; j < v.length; j += LANES) {
            DoubleVector p = vector(kernel, at + j).mul(u).mul(vector(v, j));
            p.intoArray(cost, at + j);
            sum = sum.add(p);
        }
        return inOrder(sum, lanes);
    }

    private static DoubleVector vector(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    /** Adds the lanes in their order; reduceLanes leaves the order undefined. */
    private static double inOrder(DoubleVector vector, double[] lanes) {
        vector.intoArray(lanes, 0);
        double sum = lanes[0];
        for (int lane = 1; lane < LANES; lane++) {
            sum += lanes[lane];
        }
        return sum;
    }
}
