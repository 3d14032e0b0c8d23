package org.dalescope.model.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.dalescope.model.kernel.FloatLanes.FLOATS;
import static org.dalescope.model.kernel.FloatLanes.INTS;
import static org.dalescope.model.kernel.FloatLanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Standard normals by Box-Muller from {@link Threefry}: a function of key, bin and unit. Of {@code pairs} = (units + 1) / 2
 * counters per bin, counter j serves unit j by the cosine and unit j + pairs by the sine.
 *
 * <p>Not for several threads at once: rows of intermediate numbers are kept in between, because the compiler gives up on loops with
 * more than some fifty vector operations.
 */
public final class GaussianNoise {
    private final int[] key0;
    private final int[] key1;
    private final int[] key2;
    private final int[] first;
    private final int[] second;
    private final float[] radius;
    private final float[] angle;

    private GaussianNoise(int columns) {
        this.key0 = new int[columns];
        this.key1 = new int[columns];
        this.key2 = new int[columns];
        this.first = new int[columns];
        this.second = new int[columns];
        this.radius = new float[columns];
        this.angle = new float[columns];
    }

    /** The noise of trials with these keys, in so many columns. */
    public static GaussianNoise of(long[] keys, int columns) {
        GaussianNoise noise = new GaussianNoise(columns);
        for (int i = 0; i < columns; i++) {
            long key = i < keys.length ? keys[i] : 0;
            noise.key0[i] = (int) (key >>> 32);
            noise.key1[i] = (int) key;
            noise.key2[i] = Threefry.PARITY ^ noise.key0[i] ^ noise.key1[i];
        }
        return noise;
    }

    /**
     * Adds factor x sd of the row x normal to all rows.
     *
     * @param sd per row, at least 2 x pairs long
     * @param rows {@code [unit][column]}, at least 2 x pairs rows
     */
    public void add(int bin, int pairs, float factor, float[] sd, float[] rows) {
        int width = key0.length;
        for (int pair = 0; pair < pairs; pair++) {
            firstRounds(bin, pair);
            middleRounds();
            lastRounds();
            polar();
            addCosines(factor * sd[pair], rows, pair * width);
            addSines(factor * sd[pair + pairs], rows, (pair + pairs) * width);
        }
    }

    /** Rounds 1 to 4 of Threefry on all columns. */
    private void firstRounds(int bin, int pair) {
        for (int i = 0; i < key0.length; i += LENGTH) {
            IntVector b = IntVector.fromArray(INTS, key1, i).add(pair);
            IntVector a = IntVector.fromArray(INTS, key0, i).add(bin).add(b);
            b = rotate(b, 13, a);
            a = a.add(b);
            b = rotate(b, 15, a);
            a = a.add(b);
            b = rotate(b, 26, a);
            a = a.add(b);
            IntVector k1 = IntVector.fromArray(INTS, key1, i);
            rotate(b, 6, a).add(IntVector.fromArray(INTS, key2, i)).add(1).intoArray(second, i);
            a.add(k1).intoArray(first, i);
        }
    }

    /** Rounds 5 to 8. */
    private void middleRounds() {
        for (int i = 0; i < key0.length; i += LENGTH) {
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
    private void lastRounds() {
        for (int i = 0; i < key0.length; i += LENGTH) {
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

    /** sqrt(-2 log u) of the first words, and the angles of the second in turns less a half. */
    private void polar() {
        for (int i = 0; i < first.length; i += LENGTH) {
            FloatVector u = FloatFunctions.uniform(IntVector.fromArray(INTS, first, i));
            FloatFunctions.log(u).mul(-2f).lanewise(VectorOperators.SQRT).intoArray(radius, i);
            FloatFunctions.uniform(IntVector.fromArray(INTS, second, i)).sub(0.5f).intoArray(angle, i);
        }
    }

    private void addCosines(float sd, float[] rows, int from) {
        for (int i = 0; i < radius.length; i += LENGTH) {
            FloatVector cosine = FloatFunctions.minusCosine(FloatVector.fromArray(FLOATS, angle, i));
            FloatVector.fromArray(FLOATS, radius, i)
                    .mul(sd)
                    .fma(cosine, FloatVector.fromArray(FLOATS, rows, from + i))
                    .intoArray(rows, from + i);
        }
    }

    private void addSines(float sd, float[] rows, int from) {
        for (int i = 0; i < radius.length; i += LENGTH) {
            FloatVector sine = FloatFunctions.minusSine(FloatVector.fromArray(FLOATS, angle, i));
            FloatVector.fromArray(FLOATS, radius, i)
                    .mul(sd)
                    .fma(sine, FloatVector.fromArray(FLOATS, rows, from + i))
                    .intoArray(rows, from + i);
        }
    }

    private static IntVector rotate(IntVector b, int by, IntVector a) {
        return b.lanewise(LSHL, by).or(b.lanewise(LSHR, 32 - by)).lanewise(XOR, a);
    }
}
