package org.dalescope.model.common.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.common.StorageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void whoBreaksOffLeavesTheOldFileAndNoPart() throws IOException {
        Path file = folder.resolve("scores.json");
        AtomicFile.write(file, "old");
        IOException cause = new IOException("the disk is gone");
        StorageError refusal = assertThrows(
                StorageError.class,
                () -> AtomicFile.write(file, out -> {
                    out.write("ne".getBytes(StandardCharsets.UTF_8));
                    throw cause;
                }));
        assertEquals(cause, refusal.getCause());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    /** The drive goes in the middle of a write: the folder is not made anew, and what is left is known for what it is. */
    @Test
    void aFolderThatVanishesWhileAFileIsWrittenIsNotMadeAnew() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path away = folder.resolve("away");
        StorageError refusal = assertThrows(
                StorageError.class,
                () -> AtomicFile.writeInside(run.resolve("scores.json"), out -> {
                    out.write(1);
                    Files.move(run, away);
                }));
        assertTrue(refusal.getCause() instanceof IOException, refusal::sentence);
        assertFalse(Files.exists(run));
        List<Path> left = files(away);
        assertEquals(1, left.size());
        assertTrue(AtomicFile.isPart(left.getFirst()), left::toString);
    }

    @Test
    void partsAreSweptOnceNobodyCanBeWritingThemAnyMore() throws IOException {
        List<Path> parts = new ArrayList<>();
        AtomicFile.writeChecked(folder.resolve("a.npz"), written -> {
            Files.writeString(written, "1");
            parts.add(written);
        });
        Path abandoned =
                Files.writeString(folder.resolve(String.valueOf(parts.getFirst().getFileName())), "half");
        Path written =
                Files.writeString(folder.resolve(".b.npz.01234567-0123-0123-0123-0123456789ab.part"), "still written");
        Path other = Files.writeString(folder.resolve("my.part"), "a person's");
        for (Path old : List.of(abandoned, other)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
        }
        AtomicFile.sweep(folder);
        assertEquals(List.of(written, folder.resolve("a.npz"), other), files());
        AtomicFile.sweep(folder.resolve("not-there"));
    }

    private List<Path> files() throws IOException {
        return files(folder);
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }
}
