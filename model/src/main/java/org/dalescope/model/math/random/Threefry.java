package org.dalescope.model.math.random;

/**
 * The random bits behind the vector kernel for noise: Threefry2x32 with 13 rounds (Salmon, Moraes, Dror, Shaw 2011), 64
 * bits from a 64-bit key and a 64-bit counter. 13 rounds are the fewest that pass BigCrush. The generator uses only
 * additions, rotations and exclusive-ors, which every vector register supports.
 */
public final class Threefry {
    public static final int PARITY = 0x1BD11BDA;

    private Threefry() {}

    /** The two words, the first in the upper half. */
    public static long bits(int key0, int key1, int counter0, int counter1) {
        int key2 = PARITY ^ key0 ^ key1;
        int a = counter0 + key0;
        int b = counter1 + key1;
        int[] injected = {key1, key2 + 1, key2, key0 + 2, key0, key1 + 3};
        for (int round = 0; round < 13; round++) {
            a += b;
            b = Integer.rotateLeft(b, rotation(round)) ^ a;
            if (round % 4 == 3) {
                a += injected[round / 4 * 2];
                b += injected[round / 4 * 2 + 1];
            }
        }
        return (long) a << 32 | Integer.toUnsignedLong(b);
    }

    private static int rotation(int round) {
        return switch (round % 8) {
            case 0 -> 13;
            case 1 -> 15;
            case 2 -> 26;
            case 3 -> 6;
            case 4 -> 17;
            case 5 -> 29;
            case 6 -> 16;
            default -> 24;
        };
    }
}
