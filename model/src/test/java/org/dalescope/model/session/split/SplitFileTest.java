package org.dalescope.model.session.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFileTest {
    private final Session session = SmallSessions.small();

    @TempDir
    private Path folder;

    @Test
    void positionsAreReadAndCheckedTrialByTrial() throws IOException {
        Path file = file("{\"train\": [0, 1, 2], \"validation\": [3, 4], \"test\": [5]}");
        assertArrayEquals(new int[] {3, 4}, SplitFile.read(file, session).validation());
        assertTrue(refusal("{\"train\": [0, 1, 999], \"validation\": [3, 4]}").contains("trial 999"));
        assertTrue(refusal("{\"train\": [0, 1, 3], \"validation\": [3, 4]}").contains("trial 3 twice"));
        assertTrue(refusal("{\"train\": [0, 1, 2]}").contains("'validation'"));
        assertTrue(refusal("{\"train\": [0, 1.5], \"validation\": [3, 4]}").contains("1.5"));
        assertTrue(refusal("{\"train\": [0, ").contains("not valid JSON"));
    }

    /** Where the file names its trials, positions and ids are different numbers for the same trials. */
    @Test
    void aSessionThatNamesItsTrialsIsSplitByPositionOrById() throws IOException {
        Session named = SmallSessions.withTrialIds(session, position -> 1000 + 7 * position);
        Path positions = file("{\"train\": [0, 1, 2], \"validation\": [3, 4]}");
        assertArrayEquals(
                new int[] {1021, 1028}, SplitFile.read(positions, named).validation());
        Path ids = file("{\"train_ids\": [1000, 1007, 1014], \"validation_ids\": [1021, 1028]}");
        assertEquals(
                SplitFile.read(positions, named).hash(),
                SplitFile.read(ids, named).hash());
        Path torn = file("{\"train\": [0, 1, 2], \"train_ids\": [1000, 1007, 1021], \"validation\": [4, 5]}");
        assertTrue(assertThrows(InputError.class, () -> SplitFile.read(torn, named))
                .sentence()
                .contains("different trials"));
    }

    @Test
    void whatIsExportedIsImported() throws IOException {
        Session named = SmallSessions.withTrialIds(session, position -> 1000 + 7 * position);
        Split split = Splits.stratified(named, named.trialIds(), 0.2, 0.1, 5);
        Path file = folder.resolve("split.json");
        SplitFile.write(file, split, named);
        Split read = SplitFile.read(file, named);
        assertArrayEquals(split.train(), read.train());
        assertArrayEquals(split.test(), read.test());
        assertEquals(split.hash(), read.hash());
        Files.writeString(file, Files.readString(file).replaceFirst("\"hash\" : \"....", "\"hash\" : \"0000"));
        assertTrue(assertThrows(InputError.class, () -> SplitFile.read(file, named))
                .sentence()
                .contains("changed after it was written"));
    }

    private Path file(String text) throws IOException {
        Path file = Files.createTempFile(folder, "split", ".json");
        return Files.writeString(file, text);
    }

    private String refusal(String text) throws IOException {
        Path file = file(text);
        return assertThrows(
                        InputError.class, () -> SplitFile.read(file, session).checkedAgainst(session))
                .sentence();
    }
}
