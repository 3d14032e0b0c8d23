package org.dalescope.model.common.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.common.io.NamedArray.Values;

/** Writes and reads npy arrays of NumPy in the form that Dalescope uses: version 1.0, little-endian, row-major. */
final class NpyCodec {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final String UNICODE = "<U";
    private static final int ALIGNMENT = 64;

    private NpyCodec() {}

    static void write(NamedArray array, OutputStream out) throws IOException {
        String shape = Arrays.stream(array.shape()).mapToObj(d -> d + ",").collect(Collectors.joining(" "));
        String header =
                "{'descr': '" + descriptor(array.values()) + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int length =
                (MAGIC.length + 2 + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - MAGIC.length - 2;
        out.write(MAGIC);
        out.write(new byte[] {(byte) length, (byte) (length >> 8)});
        out.write((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes(array.values()));
    }

    static NamedArray read(String name, InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(name, in);
        if (header.fortranOrder()) {
            throw new IOException(name + " is in Fortran order, which Dalescope does not write");
        }
        return switch (header.type()) {
            case NpyElementType.Numbers numbers
            when !numbers.bigEndian() ->
                new NamedArray(name, header.shape(), values(name, numbers, elements(header), in));
            case NpyElementType.Words words
            when words.wide() && !words.bigEndian() ->
                new NamedArray(name, header.shape(), new Values.Texts(words.read(header, in)));
            case NpyElementType _ -> throw new IOException(name + " is not an array that Dalescope wrote");
        };
    }

    private static String descriptor(Values values) {
        return switch (values) {
            case Values.Doubles d -> "<f8";
            case Values.Floats f -> "<f4";
            case Values.Ints i -> "<i4";
            case Values.Shorts s -> "<u2";
            case Values.Bytes b -> "|u1";
            case Values.Texts t -> UNICODE + longest(t.data());
        };
    }

    private static byte[] bytes(Values values) {
        return switch (values) {
            case Values.Doubles d -> {
                byte[] bytes = new byte[d.data().length * Double.BYTES];
                little(bytes).asDoubleBuffer().put(d.data());
                yield bytes;
            }
            case Values.Floats f -> {
                byte[] bytes = new byte[f.data().length * Float.BYTES];
                little(bytes).asFloatBuffer().put(f.data());
                yield bytes;
            }
            case Values.Ints i -> {
                byte[] bytes = new byte[i.data().length * Integer.BYTES];
                little(bytes).asIntBuffer().put(i.data());
                yield bytes;
            }
            case Values.Shorts s -> {
                byte[] bytes = new byte[s.data().length * Short.BYTES];
                little(bytes).asShortBuffer().put(s.data());
                yield bytes;
            }
            case Values.Bytes b -> b.data();
            case Values.Texts t -> {
                int longest = longest(t.data());
                int[] letters = new int[t.data().size() * longest];
                for (int i = 0; i < t.data().size(); i++) {
                    int[] word = t.data().get(i).codePoints().toArray();
                    System.arraycopy(word, 0, letters, i * longest, word.length);
                }
                yield bytes(new Values.Ints(letters));
            }
        };
    }

    /** Length of the longest word, at least 1: NumPy has no strings of length 0. */
    private static int longest(List<String> words) {
        return words.stream()
                .mapToInt(word -> word.codePointCount(0, word.length()))
                .reduce(1, Math::max);
    }

    /** Reads the bytes before it allocates the values, because a damaged header may claim any size. */
    private static Values values(String name, NpyElementType.Numbers type, int elements, InputStream in)
            throws IOException {
        return switch (type.word()) {
            case "float64" -> {
                DoubleBuffer body = body(name, in, elements * Double.BYTES).asDoubleBuffer();
                double[] data = new double[elements];
                body.get(data);
                yield new Values.Doubles(data);
            }
            case "float32" -> {
                FloatBuffer body = body(name, in, elements * Float.BYTES).asFloatBuffer();
                float[] data = new float[elements];
                body.get(data);
                yield new Values.Floats(data);
            }
            case "int32" -> {
                IntBuffer body = body(name, in, elements * Integer.BYTES).asIntBuffer();
                int[] data = new int[elements];
                body.get(data);
                yield new Values.Ints(data);
            }
            case "uint16" -> {
                ShortBuffer body = body(name, in, elements * Short.BYTES).asShortBuffer();
                short[] data = new short[elements];
                body.get(data);
                yield new Values.Shorts(data);
            }
            case "uint8" -> new Values.Bytes(body(name, in, elements).array());
            default -> throw new IOException(name + " has the unexpected type " + type.word());
        };
    }

    private static int elements(NpyHeader header) throws IOException {
        long elements = header.elements();
        if (elements < 0 || elements > 1L << 27) {
            throw new IOException("an array claims more elements than any session has");
        }
        return (int) elements;
    }

    private static ByteBuffer body(String name, InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException(name + " ends too early");
        }
        return little(bytes);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
