package org.dalescope.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void tagsAndNoteComeBackAsTheyWereWritten() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("a"));
        assertEquals(RunNotes.NONE, RunNotes.read(run));
        RunNotes notes = RunNotes.NONE
                .withTags(" good , figure 2,,good")
                .withNote(" \"odd\" ü\n")
                .withPinned(true);
        assertEquals(List.of("good", "figure 2"), notes.tags());
        notes.write(run);
        assertEquals(notes, RunNotes.read(run));
        assertEquals("\"odd\" ü", RunNotes.read(run).note());
    }

    @Test
    void aFolderThatCannotBeWrittenGetsOneSentence() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("a"));
        // Where nothing can be put: also the superuser, as whom tests may run, is refused.
        Files.createDirectories(RunNotes.file(run));
        String sentence =
                assertThrows(InputError.class, () -> RunNotes.NONE.write(run)).sentence();
        assertEquals(
                "Tags and notes are kept in the run's folder, and " + run.folder()
                        + " cannot be written: change its permissions, or copy the run to a folder of your own.",
                sentence);
    }

    /** A folder that is gone, or a full disk: the input is right. */
    @Test
    void aPlaceThatFailsIsAFailureOfTheStorage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        RunFolder run = new RunFolder(file.resolve("run"));
        String sentence =
                assertThrows(StorageError.class, () -> RunNotes.NONE.write(run)).sentence();
        assertTrue(sentence.startsWith("Tags and notes are kept in the run's folder: "), sentence);
    }

    @Test
    void aDamagedFileOfNotesIsRefusedAndNotReplaced() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("a"));
        Files.writeString(RunNotes.file(run), "{\"tags\": [");
        assertTrue(assertThrows(InputError.class, () -> RunNotes.read(run))
                .sentence()
                .contains("is damaged"));
    }

    @Test
    void whatIsDeletedLiesInTheTrashAndComesBack() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("a"));
        RunTrash trash = new RunTrash(folder);
        RunTrash.Deleted deleted = trash.put(run.folder());
        assertEquals(folder.resolve(".trash").resolve("a"), deleted.is());
        assertEquals(List.of(), new RunCatalogue(folder).read().runs());

        MadeRuns.write(folder, MadeRuns.Made.named("a"));
        assertTrue(assertThrows(InputError.class, () -> trash.restore(deleted))
                .sentence()
                .contains("exists again"));
        RunTrash.Deleted second = trash.put(run.folder());
        assertEquals(folder.resolve(".trash").resolve("a (2)"), second.is());

        trash.restore(deleted);
        assertEquals(1, new RunCatalogue(folder).read().runs().size());
        assertTrue(Files.exists(second.is()));
    }

    /** Without file locks nobody knows whether the fit that is marked as running still is. */
    @Test
    void aRunThatIsMarkedAsRunningStaysWhereThereAreNoLocks() throws IOException {
        RunFolder running = MadeRuns.write(folder, MadeRuns.Made.named("a").with("RUNNING", "default"));
        RunFolder inSuite = MadeRuns.write(
                folder.resolve("suite/runs"), MadeRuns.Made.named("b").with("RUNNING", "default"));
        RunFolder finished = MadeRuns.write(folder, MadeRuns.Made.named("c"));
        RunTrash trash = new RunTrash(folder);
        Optional<String> noLocks = Optional.of("no file locks");
        for (Path marked : List.of(running.folder(), folder.resolve("suite"))) {
            String sentence = assertThrows(InputError.class, () -> trash.put(marked, noLocks))
                    .sentence();
            assertTrue(sentence.contains("marked as running") && sentence.contains("no file locks"), sentence);
        }
        assertTrue(Files.exists(running.runJson()) && Files.exists(inSuite.runJson()));
        assertTrue(Files.exists(trash.put(finished.folder(), noLocks).is()));
        assertTrue(Files.exists(trash.put(running.folder(), Optional.empty()).is()));
    }

    @Test
    void aRunThatIsBeingFittedIsNotDeleted() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("a"));
        RunLock lock = RunLock.take(run.folder());
        try {
            assertThrows(InputError.class, () -> new RunTrash(folder).put(run.folder()));
        } finally {
            lock.close();
        }
        assertFalse(Files.exists(folder.resolve(".trash")));
    }
}
