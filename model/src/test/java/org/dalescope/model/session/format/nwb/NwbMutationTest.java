package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NwbMutationTest {
    private static final int FILES = 200;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void damagedFilesOpenOrAreRefusedInOneSentenceAndSoon() throws IOException {
        byte[] whole = Files.readAllBytes(NwbFiles.copy("small.nwb", folder));
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Path file = folder.resolve("damaged.nwb");
            Files.write(file, damaged(whole, i, random));
            refused += assertTimeoutPreemptively(LONGEST, () -> isRefused(file), "file " + i) ? 1 : 0;
        }
        assertTrue(refused > FILES / 4, "refused " + refused);
    }

    @Test
    void hugeClaimsCirclesAndLinksOutOfTheFileAreNamed() throws IOException {
        NwbFiles.copy("small.nwb", folder);
        assertTrue(sentence("huge.nwb").contains("1000000000000 values, more than its file can hold"));
        assertTrue(sentence("circle.nwb").contains("is part of a cycle of links"));
        assertTrue(sentence("outside.nwb").contains("is in another file"));
    }

    private String sentence(String name) throws IOException {
        Path file = NwbFiles.copy(name, folder);
        return assertTimeoutPreemptively(LONGEST, () -> assertThrows(InputError.class, () -> SessionFiles.open(file)))
                .sentence();
    }

    /** Cut short, bytes flipped anywhere, sizes made huge, and runs of bytes copied to where they do not belong. */
    private static byte[] damaged(byte[] whole, int kind, Random random) {
        byte[] bytes = whole.clone();
        switch (kind % 4) {
            case 0 -> bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1 -> {
                for (int k = 0; k < 1 + kind; k++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(254));
                }
            }
            case 2 -> {
                // The structure lies between the arrays: words that hold small numbers are its sizes and addresses.
                for (int k = 0; k < 40; k++) {
                    int at = 8 * random.nextInt(bytes.length / 8 - 1);
                    boolean small = bytes[at + 7] == 0 && bytes[at + 6] == 0 && bytes[at + 5] == 0;
                    if (small) {
                        bytes[at + random.nextInt(8)] = (byte) random.nextInt(256);
                    }
                }
            }
            default -> {
                int length = 8 * (1 + random.nextInt(64));
                int from = 8 * random.nextInt((bytes.length - length) / 8);
                System.arraycopy(whole, from, bytes, 8 * random.nextInt((bytes.length - length) / 8), length);
            }
        }
        return bytes;
    }

    private static boolean isRefused(Path file) {
        try {
            assertTrue(SessionFiles.open(file).trials() > 0);
            return false;
        } catch (InputError refusal) {
            assertFalse(refusal.sentence().isBlank() || refusal.sentence().contains("\n"), refusal.sentence());
            return true;
        }
    }
}
