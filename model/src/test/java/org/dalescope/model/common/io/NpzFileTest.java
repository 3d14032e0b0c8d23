package org.dalescope.model.common.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dalescope.model.common.StorageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("d", new double[] {1, Math.PI, Double.NaN, -0.0, 1e-300, 6}, 2, 3),
                        NamedArray.of("f", new float[] {1, 2}, 2, 1),
                        NamedArray.of("i", new int[] {-5, Integer.MAX_VALUE}),
                        NamedArray.of("b", new byte[] {(byte) 200, 3}, 2),
                        NamedArray.of("t", List.of("eye_x", "", "\u03b8\ud835\udc65")),
                        NamedArray.of("none", List.of())),
                Map.of("note.txt", "rates in sp/s"));
        NpzFile.Content content = NpzFile.read(file);
        assertArrayEquals(new int[] {2, 3}, content.array("d").shape());
        assertArrayEquals(
                new double[] {1, Math.PI, Double.NaN, -0.0, 1e-300, 6},
                content.array("d").doubles());
        assertArrayEquals(new int[] {-5, Integer.MAX_VALUE}, content.array("i").ints());
        assertArrayEquals(new double[] {200, 3}, content.array("b").doubles());
        assertEquals(
                List.of("eye_x", "", "\u03b8\ud835\udc65"), content.array("t").texts());
        assertEquals(List.of(), content.array("none").texts());
        assertThrows(IllegalArgumentException.class, () -> content.array("d").texts());
        assertThrows(IllegalArgumentException.class, () -> content.array("t").doubles());
        assertEquals("rates in sp/s", content.texts().get("note.txt"));
    }

    /** The npy format demands that the header ends at a multiple of 64 with a newline. */
    @Test
    void theHeaderIsAlignedAsTheFormatDemands(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.npz");
        NpzFile.write(file, List.of(NamedArray.of("x", new double[] {1.5}, 1)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry("x.npy")).readAllBytes();
            int header = (bytes[8] & 0xff) | (bytes[9] & 0xff) << 8;
            assertEquals(0, (10 + header) % 64);
            assertEquals('\n', bytes[10 + header - 1]);
            assertEquals(
                    "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
                    new String(bytes, 10, header, StandardCharsets.ISO_8859_1).strip());
            assertEquals(10 + header + 8, bytes.length);
        }
    }

    /** numpy.array(["ab", "x"]).tobytes(), numpy 1.24: UTF-32 filled up with zeros. */
    @Test
    void wordsAreNumpys(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.npz");
        NpzFile.write(file, List.of(NamedArray.of("x", List.of("ab", "x"))));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry("x.npy")).readAllBytes();
            String header = new String(bytes, 10, bytes.length - 10 - 16, StandardCharsets.ISO_8859_1);
            assertEquals("{'descr': '<U2', 'fortran_order': False, 'shape': (2,), }", header.strip());
            assertArrayEquals(
                    new byte[] {'a', 0, 0, 0, 'b', 0, 0, 0, 'x', 0, 0, 0, 0, 0, 0, 0},
                    Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length));
        }
    }

    @Test
    void aFileIsWholeOrNotThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.txt");
        Files.writeString(file, "before");
        assertThrows(
                StorageError.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }));
        assertEquals("before", Files.readString(file));
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }
}
