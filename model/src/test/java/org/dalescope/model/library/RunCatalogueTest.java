package org.dalescope.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCatalogueTest {
    private static final int RUNS = 2000;
    /** run.json, config.json and scores.json. */
    private static final int FILES = 3;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSecondLookAtTwoThousandRunsReadsNothingAndAThirdOnlyWhatChanged() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            MadeRuns.write(folder, MadeRuns.Made.named("run-" + i));
        }
        RunCatalogue catalogue = new RunCatalogue(folder);
        assertEquals(RUNS, catalogue.read().runs().size());
        assertEquals(RUNS * FILES, catalogue.filesRead());

        catalogue.read();
        assertEquals(RUNS * FILES, catalogue.filesRead());

        RunFolder changed = new RunFolder(folder.resolve("run-7"));
        new RunNotes(List.of("good"), "", false).write(changed);
        Files.setLastModifiedTime(changed.scoresJson(), FileTime.fromMillis(1_000_000));
        RunCatalogue.Content content = catalogue.read();
        assertEquals(RUNS * FILES + 2, catalogue.filesRead());
        RunEntry seven = content.runs().stream()
                .filter(run -> run.name().equals("run-7"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("good"), seven.tags());
    }

    @Test
    void anEntrySaysWhatTheFilesSay() throws IOException {
        MadeRuns.write(folder, MadeRuns.Made.named("a").scoring(0.45).learning("unit"));
        RunEntry run = new RunCatalogue(folder).read().runs().getFirst();
        assertEquals("a", run.name());
        assertEquals(RunStatus.FINISHED, run.status());
        assertEquals("Newton", run.session());
        assertEquals(0.45, run.score().value());
        assertEquals(0.9, run.score().share(), 1e-12);
        assertTrue(Double.isNaN(run.score().splitHalf()));
        assertEquals(1, run.warnings());
        assertEquals(50, run.epochs());
        assertEquals(40, run.epoch());
        assertEquals("unit", run.settings().get("network.tau.learned"));
        assertTrue(
                run.settings().containsKey("training.learning_rate"), "keys that config.json leaves out have defaults");
    }

    @Test
    void aRunningFitTellsItsLastEpoch() throws IOException {
        MadeRuns.write(folder, MadeRuns.Made.named("live").with("RUNNING", "default"));
        assertEquals(17, new RunCatalogue(folder).read().runs().getFirst().epoch());
    }

    @Test
    void aLibraryThatIsAFileOrBelowOneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        for (Path library : List.of(file, file.resolve("runs"))) {
            InputError refusal = assertThrows(InputError.class, () -> new RunCatalogue(library).read());
            assertTrue(refusal.sentence().contains(file + " is a file and not a folder"), refusal.sentence());
        }
        assertEquals(
                List.of(), new RunCatalogue(folder.resolve("not yet")).read().runs());
    }

    @Test
    void aDamagedRunIsListedAsFailed() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("cut"));
        Files.writeString(run.runJson(), "{\"schema\": 1, \"status\": \"FIN");
        RunEntry entry = new RunCatalogue(folder).read().runs().getFirst();
        assertEquals(RunStatus.FAILED, entry.status());
        assertEquals("run.json is damaged: restore it from a copy", entry.session());
        assertEquals(0.4, entry.score().value());
    }

    @Test
    void aRunThatIsGoneIsNotSaidToLackPermission() throws IOException {
        RunFolder run = MadeRuns.write(folder, MadeRuns.Made.named("gone"));
        Files.writeString(run.runJson(), "{");
        RunEntry entry = new RunCatalogue(folder).read().runs().getFirst();
        Files.delete(run.runJson());
        assertEquals("run.json is missing: restore it from a copy", entry.session());
        Files.move(run.folder(), folder.resolve("elsewhere"));
        assertEquals("the run was deleted or moved: restore its folder", entry.session());
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertEquals(RunCatalogue.Content.EMPTY, new RunCatalogue(folder.resolve("none")).read());
    }
}
