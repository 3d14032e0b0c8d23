package org.dalescope.model.session.format.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Struct;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that NumPy, SciPy and h5py wrote ({@code make_fixtures.py}) hold what those say. */
class ContainerFilesTest {
    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ContainerFilesTest.class.getResource("/containers/" + name))
                .toURI());
    }

    private static Container open(String name) throws Exception {
        Path file = fixture(name);
        return ContainerFiles.open(file, FileSignature.of(file).bytes());
    }

    private static Variable find(Map<String, Variable> variables, String path) {
        int dot = path.indexOf('.');
        Variable found = Objects.requireNonNull(variables.get(dot < 0 ? path : path.substring(0, dot)), path);
        return dot < 0 ? found : find(((Struct) found).fields().get(), path.substring(dot + 1));
    }

    @Test
    void everyNumericArrayIsWhatItsWriterSays() throws Exception {
        int checked = 0;
        for (String line : Files.readAllLines(fixture("checksums.txt"))) {
            String[] words = line.split("\t", -1);
            if (words[1].equals("rates")) {
                continue;
            }
            try (Container container = open(words[0])) {
                Numeric array = (Numeric) find(container.variables(), words[1]);
                assertEquals(
                        words[2],
                        ElementCounts.text(array.shape()).replace(" ", "").replace("scalar", ""),
                        line);
                double[] values = AxisArrangement.of(
                        array, IntStream.range(0, array.shape().length).toArray());
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    sum += values[i] * (i + 1);
                }
                double expected = Double.parseDouble(words[3]);
                assertEquals(expected, sum, 1e-9 * Math.abs(expected), line);
                checked++;
            }
        }
        assertTrue(checked > 50, "checked " + checked);
    }

    @Test
    void wordsCellsStructsAndEmptyArraysComeOutOfMatlabsReferences() throws Exception {
        try (Container container = open("counts73.mat")) {
            assertEquals("MATLAB v7.3", container.format());
            Map<String, Variable> all = container.variables();
            assertEquals(List.of("hello"), ((Text) find(all, "title")).words().get());
            Cell kinds = (Cell) find(all, "cell_type");
            assertEquals(5, kinds.size());
            assertEquals(
                    List.of("FS"),
                    ((Text) kinds.elements().get().get(1)).words().get());
            Cell list = (Cell) find(all, "list.x");
            assertEquals(9, ((Numeric) list.elements().get().get(3)).values().get()[0]);
            assertEquals(0, find(all, "nothing").size());
            assertTrue(((Unreadable) find(all, "words")).why().contains("cellstr"));
        }
    }

    @Test
    void whatOnlyPythonCanOpenIsRefusedByName() throws Exception {
        try (Container container = open("types.npz")) {
            Map<String, Variable> all = container.variables();
            assertEquals("left", ((Text) find(all, "words")).words().get().getFirst());
            assertEquals(List.of("E", "I"), ((Text) find(all, "bytes")).words().get());
            assertTrue(((Unreadable) find(all, "objects")).why().contains("numeric array"));
            assertTrue(((Unreadable) find(all, "complex")).why().contains("complex"));
        }
        assertTrue(
                assertThrows(InputError.class, () -> open("v4.mat")).sentence().contains("MATLAB v4"));
    }

    @Test
    void zarrAndASingleArrayAreRefusedWithAdvice(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".zgroup"), "{}");
        assertTrue(ContainerFiles.isContainer(folder, new byte[0]));
        assertTrue(assertThrows(InputError.class, () -> ContainerFiles.open(folder, new byte[0]))
                .sentence()
                .contains("Zarr"));
        Path one = folder.resolve("one.npy");
        Files.write(one, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 0, 0});
        assertTrue(assertThrows(
                        InputError.class,
                        () -> ContainerFiles.open(one, FileSignature.of(one).bytes()))
                .sentence()
                .contains("one npy array"));
    }
}
