package org.dalescope.model.common.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes NumPy's npz files: zip archives of npy arrays, as {@code numpy.load} opens them. An archive may also
 * hold text entries.
 */
public final class NpzFile {
    private static final long FIXED_TIME = 315619200000L; // 1980-01-02: equal content gives equal bytes

    private static final int MOST_TEXT = 1 << 25;

    private NpzFile() {}

    /** Arrays by name, and text entries by file name. */
    public record Content(Map<String, NamedArray> arrays, Map<String, String> texts) {
        /**
         * The array with this name.
         *
         * @throws IOException if the archive has no such array
         */
        public NamedArray array(String name) throws IOException {
            NamedArray array = arrays.get(name);
            if (array == null) {
                throw new IOException("there is no array '" + name + "'");
            }
            return array;
        }
    }

    /** Writes the arrays atomically. */
    public static void write(Path file, List<NamedArray> arrays) {
        write(file, arrays, Map.of());
    }

    /** Writes arrays and texts atomically. */
    public static void write(Path file, List<NamedArray> arrays, Map<String, String> texts) {
        AtomicFile.write(file, out -> write(out, arrays, texts));
    }

    /** Writes the arrays atomically into a folder that must already exist. */
    public static void writeInside(Path file, List<NamedArray> arrays) {
        writeInside(file, arrays, Map.of());
    }

    /** Writes arrays and texts atomically into a folder that must already exist. */
    public static void writeInside(Path file, List<NamedArray> arrays, Map<String, String> texts) {
        AtomicFile.writeInside(file, out -> write(out, arrays, texts));
    }

    /** Reads every entry. */
    public static Content read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        }
    }

    /** Reads every entry and closes the stream. */
    public static Content read(InputStream in) throws IOException {
        Map<String, NamedArray> arrays = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.endsWith(".npy")) {
                    String plain = name.substring(0, name.length() - ".npy".length());
                    arrays.put(plain, NpyCodec.read(plain, zip));
                } else {
                    texts.put(name, text(name, zip));
                }
            }
        }
        return new Content(arrays, texts);
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_TEXT + 1);
        if (bytes.length > MOST_TEXT) {
            throw new IOException(name + " is too long for a text entry");
        }
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, List<NamedArray> arrays, Map<String, String> texts) throws IOException {
        // The stream is closed and not only finished: zlib's memory is outside Java's heap and would otherwise stay
        // until a garbage collection.
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(java.util.zip.Deflater.BEST_SPEED + 5);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(zip, text.getKey(), text.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            for (NamedArray array : arrays) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                NpyCodec.write(array, bytes);
                put(zip, array.name() + ".npy", bytes.toByteArray());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(FIXED_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
