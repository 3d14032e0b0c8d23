package org.dalescope.model.common.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The element type of an npy array, given by NumPy's descriptor such as {@code <f8}. */
public sealed interface NpyElementType {
    /** Bytes per element; 0 if the elements have no fixed size. */
    int bytes();

    /** Parses a descriptor; an empty one stands for a structured type. */
    static NpyElementType of(String descriptor) {
        if (descriptor.isEmpty()) {
            return new Foreign("structured", "is a structured array: save each of its fields as a separate array");
        }
        boolean big = descriptor.charAt(0) == '>';
        String rest = "<>|=".indexOf(descriptor.charAt(0)) >= 0 ? descriptor.substring(1) : descriptor;
        if (!rest.matches("[a-zA-Z?]\\d{0,9}(\\[.*])?")) {
            return new Foreign(descriptor, "has a type that Dalescope does not know: save it as float64");
        }
        char kind = rest.charAt(0);
        String digits = rest.substring(1).replaceAll("\\D.*", "");
        int width = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        return switch (kind) {
            case 'O' ->
                new Foreign(
                        "object",
                        "holds Python objects, which only Python can open: save numbers as a numeric array, strings"
                                + " with astype(str), and ragged lists as one long array with an array of trial numbers"
                                + " next to it");
            case 'c' -> new Foreign("complex" + 8 * width, "is complex: save its real part or magnitude");
            case 'M', 'm' -> new Foreign("datetime", "holds dates: save them as numbers of seconds");
            case 'S', 'U', 'a' -> new Words(kind == 'U', width, big);
            case 'f', 'i', 'u', 'b', '?' -> numbers(kind, width, big);
            default -> new Foreign(descriptor, "has a type that Dalescope does not know: save it as float64");
        };
    }

    private static NpyElementType numbers(char kind, int width, boolean big) {
        boolean several = width == 2 || width == 4 || width == 8;
        boolean known =
                switch (kind) {
                    case 'f' -> several;
                    case 'b', '?' -> width == 1;
                    default -> width == 1 || several;
                };
        return known
                ? new Numbers(kind, width, big)
                : new Foreign("" + kind + width, "has numbers of " + width + " bytes: save it as float64");
    }

    /** Numbers: floats, signed and unsigned integers, truth values. */
    record Numbers(char kind, int bytes, boolean bigEndian) implements NpyElementType {
        private static final int CHUNK = 1 << 13;

        /** NumPy's name of the type. */
        public String word() {
            return switch (kind) {
                case 'f' -> "float" + 8 * bytes;
                case 'i' -> "int" + 8 * bytes;
                case 'u' -> "uint" + 8 * bytes;
                default -> "bool";
            };
        }

        /** The elements in the file's order. */
        public double[] read(NpyHeader header, InputStream in) throws IOException {
            double[] values = new double[Math.toIntExact(header.elements())];
            read(in, values, values.length);
            return values;
        }

        /**
         * Reads the next elements of an array.
         *
         * @param values receives the elements at its start
         * @throws IOException if the array ends before
         */
        public void read(InputStream in, double[] values, int elements) throws IOException {
            for (int done = 0; done < elements; done += CHUNK) {
                int count = Math.min(CHUNK, elements - done);
                ByteBuffer chunk = body(in, count * bytes, bigEndian);
                for (int i = 0; i < count; i++) {
                    values[done + i] = value(chunk, i * bytes);
                }
            }
        }

        private double value(ByteBuffer bytesOf, int at) {
            return switch (kind) {
                case 'f' ->
                    switch (bytes) {
                        case 2 -> Float.float16ToFloat(bytesOf.getShort(at));
                        case 4 -> bytesOf.getFloat(at);
                        default -> bytesOf.getDouble(at);
                    };
                case 'i' ->
                    switch (bytes) {
                        case 1 -> bytesOf.get(at);
                        case 2 -> bytesOf.getShort(at);
                        case 4 -> bytesOf.getInt(at);
                        default -> bytesOf.getLong(at);
                    };
                case 'u' ->
                    switch (bytes) {
                        case 1 -> bytesOf.get(at) & 0xff;
                        case 2 -> bytesOf.getShort(at) & 0xffff;
                        case 4 -> bytesOf.getInt(at) & 0xffffffffL;
                        default -> unsigned(bytesOf.getLong(at));
                    };
                default -> bytesOf.get(at) == 0 ? 0 : 1;
            };
        }

        private static double unsigned(long bits) {
            // Halving keeps the lowest bit, so that the result is rounded like the full value.
            return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
        }
    }

    /**
     * Strings of a fixed length, padded with zeros.
     *
     * @param wide four bytes per character (U), otherwise one (S)
     * @param length characters
     */
    record Words(boolean wide, int length, boolean bigEndian) implements NpyElementType {
        private static final int MOST_WORDS = 1 << 22;

        @Override
        public int bytes() {
            return (int) Math.min(Integer.MAX_VALUE, (wide ? 4L : 1L) * length);
        }

        /** The elements in the file's order. */
        public List<String> read(NpyHeader header, InputStream in) throws IOException {
            if (header.elements() > MOST_WORDS) {
                throw new IOException("an array claims more words than any session has");
            }
            List<String> words = new ArrayList<>();
            for (long i = 0; i < header.elements(); i++) {
                ByteBuffer body = body(in, bytes(), bigEndian);
                String word =
                        wide ? wide(body) : StandardCharsets.UTF_8.decode(body).toString();
                int end = word.length();
                while (end > 0 && word.charAt(end - 1) == 0) {
                    end--;
                }
                words.add(word.substring(0, end));
            }
            return words;
        }

        private String wide(ByteBuffer body) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                int point = body.getInt(4 * i);
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xfffd);
            }
            return text.toString();
        }
    }

    /**
     * An element type that Dalescope does not read.
     *
     * @param remedy the rest of a sentence that begins with the array's name
     */
    record Foreign(String what, String remedy) implements NpyElementType {
        @Override
        public int bytes() {
            return 0;
        }
    }

    private static ByteBuffer body(InputStream in, int length, boolean bigEndian) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("an array ends too early");
        }
        return ByteBuffer.wrap(bytes).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
