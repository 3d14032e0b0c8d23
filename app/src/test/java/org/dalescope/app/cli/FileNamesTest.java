package org.dalescope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Java takes names of files in the locale's letters; the launchers see to UTF-8, a program started without them says so. */
@EnabledOnOs(OS.LINUX)
class FileNamesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void lettersThatTheLocaleLacksAreOneSentence() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this test's own locale has no such letters");
        OwnProcess ascii = new OwnProcess(folder, Map.of("LC_ALL", "C"));
        for (Terminal.Answer answer : new Terminal.Answer[] {
            ascii.dalescope("inspect", "\u00dcbung.npz"), ascii.dalescope("fit", "a.npz", "--out", "\u4e2d\u6587")
        }) {
            assertEquals(1, answer.code(), answer.err());
            assertTrue(answer.err().contains("LC_ALL=C.UTF-8"), answer.err());
            assertFalse(answer.err().contains("Exception"), answer.err());
        }
    }
}
