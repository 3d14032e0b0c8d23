package org.dalescope.model.math.simd;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.dalescope.model.math.simd.VectorWidth.FLOATS;
import static org.dalescope.model.math.simd.VectorWidth.INTS;
import static org.dalescope.model.math.simd.VectorWidth.LENGTH;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import org.dalescope.model.math.random.Threefry;

/**
 * A vector kernel for standard normal noise by Box-Muller from {@link Threefry}, as a function of key, bin and unit.
 * Each bin has {@code pairs} = (units + 1) / 2 counters: counter j gives its cosine to unit j and its sine to unit j +
 * pairs.
 *
 * <p>An instance serves one thread at a time. It processes a few pairs of rows together, in loops that keep
 * intermediate numbers in arrays, because the compiler gives up on loops with more than about fifty vector operations.
 */
public final class GaussianNoise {
    /**
     * Pairs that are processed together: the loops are long enough to be unrolled, and the arrays stay in the
     * first-level cache.
     */
    private static final int AT_ONCE = 8;

    private static final List<Stage> STAGES = List.of(
            (noise, piece) -> noise.firstRounds(piece.bin, piece.pair, piece.count),
            (noise, piece) -> noise.middleRounds(piece.count),
            (noise, piece) -> noise.lastRounds(piece.count),
            (noise, piece) -> noise.polar(piece.factor, piece.count),
            (noise, piece) -> noise.addCosines(piece.sd, piece.rows, piece.pair * noise.columns, piece.count),
            (noise, piece) ->
                    noise.addSines(piece.sd, piece.rows, (piece.pair + piece.pairs) * noise.columns, piece.count));

    private final int columns;
    private final int[] key0;
    private final int[] key1;
    private final int[] key2;
    private final int[] counter;
    private final int[] first;
    private final int[] second;
    private final float[] radius;
    private final float[] angle;

    private GaussianNoise(int columns) {
        this.columns = columns;
        int length = AT_ONCE * columns;
        this.key0 = new int[length];
        this.key1 = new int[length];
        this.key2 = new int[length];
        this.counter = new int[length];
        this.first = new int[length];
        this.second = new int[length];
        this.radius = new float[length];
        this.angle = new float[length];
    }

    /** The noise of trials with these keys, in the given number of columns. */
    public static GaussianNoise of(long[] keys, int columns) {
        GaussianNoise noise = new GaussianNoise(columns);
        for (int i = 0; i < noise.key0.length; i++) {
            int column = i % columns;
            long key = column < keys.length ? keys[column] : 0;
            noise.key0[i] = (int) (key >>> 32);
            noise.key1[i] = (int) key;
            noise.key2[i] = Threefry.PARITY ^ noise.key0[i] ^ noise.key1[i];
            noise.counter[i] = i / columns;
        }
        return noise;
    }

    /** One number per unit in every column, {@code [unit][column]}: what {@link #add} takes. */
    public static float[] inEveryColumn(float[] perUnit, int columns) {
        float[] all = new float[perUnit.length * columns];
        for (int i = 0; i < all.length; i++) {
            all[i] = perUnit[i / columns];
        }
        return all;
    }

    /** The work on some pairs of rows. */
    private record Piece(int bin, int pair, int pairs, int count, float factor, float[] sd, float[] rows) {}

    /**
     * One of the loops. They are called through this interface so that the just-in-time compiler compiles each one
     * separately: inlined into one caller they exceed what the compiler handles, and all of them become ten times
     * slower.
     */
    @FunctionalInterface
    private interface Stage {
        void run(GaussianNoise noise, Piece piece);
    }

    /**
     * Adds factor x sd x normal to all rows.
     *
     * @param sd {@code [unit][column]}, at least 2 x pairs rows
     * @param rows {@code [unit][column]}, at least 2 x pairs rows
     */
    public void add(int bin, int pairs, float factor, float[] sd, float[] rows) {
        Shapes.room("sd", sd.length, 2L * pairs * columns);
        Shapes.room("rows", rows.length, 2L * pairs * columns);
        for (int pair = 0; pair < pairs; pair += AT_ONCE) {
            int count = Math.min(AT_ONCE, pairs - pair) * columns;
            Piece piece = new Piece(bin, pair, pairs, count, factor, sd, rows);
            for (Stage stage : STAGES) {
                stage.run(this, piece);
            }
        }
    }

    /** Rounds 1 to 4 of Threefry on all columns. */
    private void firstRounds(int bin, int pair, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            IntVector k1 = IntVector.fromArray(INTS, key1, i);
            IntVector b = IntVector.fromArray(INTS, counter, i).add(pair).add(k1);
            IntVector a = IntVector.fromArray(INTS, key0, i).add(bin).add(b);
            b = rotate(b, 13, a);
            a = a.add(b);
            b = rotate(b, 15, a);
            a = a.add(b);
            b = rotate(b, 26, a);
            a = a.add(b);
            rotate(b, 6, a).add(IntVector.fromArray(INTS, key2, i)).add(1).intoArray(second, i);
            a.add(k1).intoArray(first, i);
        }
    }

    /** Rounds 5 to 8. */
    private void middleRounds(int count) {
        for (int i = 0; i < count; i += LENGTH) {
            IntVector b = IntVector.fromArray(INTS, second, i);
            IntVector a = IntVector.fromArray(INTS, first, i).add(b);
            b = rotate(b, 17, a);
            a = a.add(b);
            b = rotate(b, 29, a);
            a = a.add(b);
            b = rotate(b, 16, a);
            a = a.add(b);
            rotate(b, 24, a).add(IntVector.fromArray(INTS, key0, i)).add(2).intoArray(second, i);
            a.add(IntVector.fromArray(INTS, key2, i)).intoArray(first, i);
        }
    }

    /** Rounds 9 to 13. */
    private void lastRounds(int count) {
        for (int i = 0; i < count; i += LENGTH) {
            IntVector b = IntVector.fromArray(INTS, second, i);
            IntVector a = IntVector.fromArray(INTS, first, i).add(b);
            b = rotate(b, 13, a);
            a = a.add(b);
            b = rotate(b, 15, a);
            a = a.add(b);
            b = rotate(b, 26, a);
            a = a.add(b);
            b = rotate(b, 6, a).add(IntVector.fromArray(INTS, key1, i)).add(3);
            a = a.add(IntVector.fromArray(INTS, key0, i)).add(b);
            a.intoArray(first, i);
            rotate(b, 17, a).intoArray(second, i);
        }
    }

    /** Radii factor x sqrt(-2 log u) from the first words, and angles from the second words, in turns minus a half. */
    private void polar(float factor, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector u = FloatFunctions.uniform(IntVector.fromArray(INTS, first, i));
            FloatFunctions.log(u).mul(-2f).lanewise(SQRT).mul(factor).intoArray(radius, i);
            FloatFunctions.uniform(IntVector.fromArray(INTS, second, i))
                    .sub(0.5f)
                    .intoArray(angle, i);
        }
    }

    private void addCosines(float[] sd, float[] rows, int from, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector cosine = FloatFunctions.minusCosine(FloatVector.fromArray(FLOATS, angle, i));
            FloatVector.fromArray(FLOATS, radius, i)
                    .mul(FloatVector.fromArray(FLOATS, sd, from + i))
                    .fma(cosine, FloatVector.fromArray(FLOATS, rows, from + i))
                    .intoArray(rows, from + i);
        }
    }

    private void addSines(float[] sd, float[] rows, int from, int count) {
        for (int i = 0; i < count; i += LENGTH) {
            FloatVector sine = FloatFunctions.minusSine(FloatVector.fromArray(FLOATS, angle, i));
            FloatVector.fromArray(FLOATS, radius, i)
                    .mul(FloatVector.fromArray(FLOATS, sd, from + i))
                    .fma(sine, FloatVector.fromArray(FLOATS, rows, from + i))
                    .intoArray(rows, from + i);
        }
    }

    private static IntVector rotate(IntVector b, int by, IntVector a) {
        return b.lanewise(LSHL, by).or(b.lanewise(LSHR, 32 - by)).lanewise(XOR, a);
    }
}
