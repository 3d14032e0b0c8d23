package org.dalescope.app.faults;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a good file is damaged: anywhere, in the numbers that sizes are made of, or word by word where it is JSON. */
final class Mutation {
    /** Sizes that break sums, products and arrays. */
    private static final long[] SIZES = {
        0, 1, -1, 0x7f, 0xff, 0x7fff, 0xffff, 1 << 20, 1 << 27, Integer.MAX_VALUE, 1L << 31, 1L << 40, Long.MAX_VALUE
    };

    private static final Pattern WORD =
            Pattern.compile("\"[^\"\\\\]*\"|-?[0-9][0-9.eE+-]*|true|false|null|[\\[\\]{},:]");
    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "\"\"",
            "-1",
            "0",
            "0.5",
            "1e308",
            "1e-320",
            "2147483648",
            "9223372036854775808",
            "\"NaN\"",
            "\"../../escape\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[1]]",
            "{\"a\": null}",
            "\"" + "long ".repeat(20_000) + "\"",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "9".repeat(5_000));

    private Mutation() {}

    /** Some changes of a file. */
    static byte[] of(byte[] good, boolean json, Random random) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bad.length > 1; i++) {
            bad = json && random.nextInt(2) == 0 ? word(bad, random) : bytes(bad, random);
        }
        return bad;
    }

    private static byte[] bytes(byte[] bad, Random random) {
        int at = random.nextInt(bad.length);
        int length = 1 + random.nextInt(Math.min(16, bad.length - at));
        switch (random.nextInt(7)) {
            case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bad, at, at + length, (byte) random.nextInt(256));
            case 2 -> Arrays.fill(bad, at, at + length, (byte) 0xff);
            case 3 -> size(bad, at, random);
            case 4 -> {
                return without(bad, at, length);
            }
            case 5 -> {
                return doubled(bad, at, length);
            }
            default -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(bad, at) : bad;
            }
        }
        return bad;
    }

    /** A number in two, four or eight bytes of either order. */
    private static void size(byte[] bad, int at, Random random) {
        int width = 2 << random.nextInt(3);
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        boolean little = random.nextInt(4) > 0;
        number.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .putLong(0, SIZES[random.nextInt(SIZES.length)]);
        int from = little ? 0 : Long.BYTES - width;
        System.arraycopy(number.array(), from, bad, at, Math.min(width, bad.length - at));
    }

    /** One word of a JSON text in place of another. */
    private static byte[] word(byte[] bad, Random random) {
        String text = new String(bad, StandardCharsets.ISO_8859_1);
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return bad;
        }
        MatchResult one = words.get(random.nextInt(words.size()));
        String other = random.nextInt(3) == 0
                ? words.get(random.nextInt(words.size())).group()
                : WORDS.get(random.nextInt(WORDS.size()));
        return (text.substring(0, one.start()) + other + text.substring(one.end()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] less = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, less, 0, at);
        System.arraycopy(bytes, at + length, less, at, bytes.length - at - length);
        return less;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        byte[] more = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, more, 0, at + length);
        System.arraycopy(bytes, at, more, at + length, bytes.length - at);
        return more;
    }
}
