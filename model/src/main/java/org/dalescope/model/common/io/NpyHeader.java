package org.dalescope.model.common.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of NumPy's npy files, in any version of the format: element type, index order and shape.
 *
 * @param fortranOrder whether the first index is the fastest
 */
public record NpyHeader(NpyElementType type, boolean fortranOrder, int[] shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;
    private static final Pattern DESCRIPTOR = Pattern.compile("'descr'\\s*:\\s*('([^']*)'|[\\[(].*[\\])])\\s*,\\s*'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");

    /**
     * Reads the header; the array's bytes follow in the stream.
     *
     * @throws IOException if the header is damaged, with the name of the array
     */
    public static NpyHeader read(String name, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length + 2);
        if (magic.length < MAGIC.length + 2 || !Arrays.equals(Arrays.copyOf(magic, MAGIC.length), MAGIC)) {
            throw new IOException(name + " is not an npy array");
        }
        int width = magic[MAGIC.length] == 1 ? 2 : 4;
        byte[] size = in.readNBytes(width);
        if (size.length < width) {
            throw new IOException(name + " ends in its header");
        }
        int length = 0;
        for (int i = width - 1; i >= 0; i--) {
            length = (length << 8) | (size[i] & 0xff);
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException(name + " has a header of " + length + " bytes");
        }
        return of(name, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static NpyHeader of(String name, String text) throws IOException {
        Matcher descriptor = DESCRIPTOR.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descriptor.find() || !order.find() || !shape.find()) {
            throw new IOException(name + " has an unexpected header: " + text.strip());
        }
        String plain = descriptor.group(2);
        try {
            int[] lengths = Arrays.stream(shape.group(1).replace("L", "").split(",", -1))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new NpyHeader(
                    NpyElementType.of(plain == null ? "" : plain),
                    order.group(1).equals("True"),
                    lengths);
        } catch (NumberFormatException e) {
            throw new IOException(name + " has an impossible shape: " + shape.group(1), e);
        }
    }

    /** Number of elements, negative if it does not fit into a long. */
    public long elements() {
        long elements = 1;
        for (int length : shape) {
            long next = elements * length;
            if (length != 0 && next / length != elements) {
                return -1;
            }
            elements = next;
        }
        return elements;
    }
}
