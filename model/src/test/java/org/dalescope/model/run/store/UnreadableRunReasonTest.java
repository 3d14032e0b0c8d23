package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableRunReasonTest {
    @TempDir
    Path folder = Path.of("");

    private static String reading(RunFolder run, Class<? extends UserError> kind) {
        UserError error = assertThrows(UserError.class, () -> RunDescription.read(run));
        assertInstanceOf(kind, error, error.sentence());
        return error.sentence();
    }

    @Test
    void aDeletedFolderIsGoneAndNotDamaged() {
        String sentence = reading(new RunFolder(folder.resolve("was-here")), StorageError.class);
        assertTrue(sentence.contains("was-here is missing: it was deleted or moved"), sentence);
    }

    @Test
    void damageIsCalledDamage() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.runJson(), "{\"schema\": 1, ");
        assertTrue(reading(run, InputError.class).contains("is damaged"));
    }

    @Test
    void aFileWithoutPermissionIsNotDamaged() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.runJson(), "{}");
        Assumptions.assumeTrue(run.runJson().toFile().setReadable(false), "permissions can be taken away");
        Assumptions.assumeTrue(!Files.isReadable(run.runJson()), "the user is not the administrator");
        assertTrue(reading(run, StorageError.class).contains("cannot be read because you have no permission"));
    }
}
