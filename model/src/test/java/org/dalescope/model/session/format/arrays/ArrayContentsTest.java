package org.dalescope.model.session.format.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code make_fixtures.py} put into the files is offered. */
class ArrayContentsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static FileContents.Arrays contents(Path file) {
        return assertInstanceOf(
                FileContents.Arrays.class, SessionFiles.contents(file).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"counts.npz", "counts.mat", "counts73.mat"})
    void offersVariablesWithShapesAndWords(String name) throws Exception {
        FileContents.Arrays arrays =
                contents(Path.of(Objects.requireNonNull(ArrayContentsTest.class.getResource("/containers/" + name))
                        .toURI()));
        List<Integer> shape = arrays.variable("spikes").orElseThrow().shape();
        assertEquals(List.of(5, 9, 14), shape.stream().sorted().toList());
        assertEquals(
                List.of("FS", "RS"), arrays.variable("cell_type").orElseThrow().values());
        assertEquals(
                List.of("0", "1", "2"), arrays.variable("reward").orElseThrow().values());
        assertEquals(List.of(), arrays.variable("spikes").orElseThrow().values());
        assertEquals("spikes", arrays.known().activity().variable());
    }

    @Test
    void whereNothingCanBeGuessedThereIsStillAChoice() {
        Path file = folder.resolve("odd.npz");
        NpzFile.write(file, List.of(NamedArray.of("table", new double[12], 4, 3)));
        FileContents.Arrays arrays = contents(file);
        assertEquals(Optional.of(List.of(4, 3)), arrays.variable("table").map(FileContents.Entry::shape));
        ArrayMapping known = arrays.known();
        assertEquals("", known.activity().variable());
    }
}
