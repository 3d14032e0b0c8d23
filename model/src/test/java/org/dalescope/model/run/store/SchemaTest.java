package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of older programs are read and written anew, those of newer ones refused. */
class SchemaTest {
    private static final Path OLD = Path.of("src", "test", "resources", "run", "schema-1.json");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** As the first version wrote it: openings of the test partition were counted and not listed. */
    @Test
    void aRunOfTheFirstVersionIsReadAndWrittenAnew() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.copy(OLD, run.runJson());
        RunDescription read = RunDescription.read(run);
        assertEquals(2, read.schema());
        assertEquals(2, read.testOpened());
        assertEquals(List.of(), read.testOpenings());
        assertEquals(31, read.bestEpoch());
        assertEquals(RunStatus.FINISHED, read.status());
        read.testOpenedBy("dalescope evaluate").write(run);
        RunDescription again = RunDescription.read(run);
        assertEquals(3, again.testOpened());
        assertEquals("dalescope evaluate", again.testOpenings().getFirst().command());
        assertTrue(Files.readString(run.runJson()).contains("\"schema\" : 2"));
    }

    @Test
    void aNewerRunAndOneWithoutAVersionAreRefused() throws IOException {
        RunFolder run = new RunFolder(folder);
        String old = Files.readString(OLD);
        Files.writeString(run.runJson(), old.replace("\"schema\" : 1", "\"schema\" : 3"));
        assertTrue(refusal(run).endsWith("was written by a newer Dalescope (0.1.0). Update the program to open it."));
        Files.writeString(run.runJson(), old.replace("\"schema\" : 1,", ""));
        assertTrue(refusal(run).contains("its schema is not a version"));
        Files.writeString(run.runJson(), "[1]");
        assertTrue(refusal(run).contains("it contains no JSON object"));
    }

    private static String refusal(RunFolder run) {
        return assertThrows(InputError.class, () -> RunDescription.read(run)).sentence();
    }

    @Test
    void settingsCarryTheirVersion() throws IOException {
        Configuration changed = Configuration.defaults().with("training.epochs", "7");
        Path file = folder.resolve("settings.json");
        String text = ConfigurationJson.text(changed);
        Files.writeString(file, text);
        assertEquals(changed, ConfigurationJson.read(file, Configuration.defaults()));
        Files.writeString(file, "{\"training\": {\"epochs\": 7}}");
        assertEquals(
                changed, ConfigurationJson.read(file, Configuration.defaults()), "written by hand, without a version");
        Files.writeString(file, text.replace("\"schema\" : 1", "\"schema\" : 2"));
        assertTrue(settingsRefusal(file).contains("was written by a newer Dalescope"));
        Files.writeString(file, text.replace("\"schema\" : 1", "\"schema\" : \"new\""));
        assertTrue(settingsRefusal(file).contains("must be a whole number"));
    }

    private static String settingsRefusal(Path file) {
        return assertThrows(InputError.class, () -> ConfigurationJson.read(file, Configuration.defaults()))
                .sentence();
    }
}
