package org.dalescope.model.session.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoSessionTest {
    @TempDir
    private Path folder;

    /** Published numbers rest on these bytes. */
    @Test
    void theShippedFileIsTheOneItAlwaysWas() {
        DemoSession.open(folder);
        assertEquals(
                "c534bed6d236cb0eedc316c7bc45e2ba6b8e0891dc6e0a0ff0ab74f655aeb604",
                SessionFiles.sha256(folder.resolve(DemoSession.FILE)));
    }

    /** Array by array and in its description, and readable to programs that know only the first layout. */
    @Test
    void theGeneratorMakesTheShippedFileToday() throws IOException {
        DemoSession.open(folder);
        NpzFile.Content shipped = NpzFile.read(folder.resolve(DemoSession.FILE));
        Path file = folder.resolve("made.dalescope");
        SessionArchive.write(SyntheticSession.of(SyntheticSettings.demo()), file);
        NpzFile.Content made = NpzFile.read(file);
        assertEquals(shipped.arrays().keySet(), made.arrays().keySet());
        for (String name : shipped.arrays().keySet()) {
            assertEquals(
                    shipped.array(name).values().getClass(),
                    made.array(name).values().getClass());
            assertArrayEquals(shipped.array(name).doubles(), made.array(name).doubles(), name);
        }
        JsonMapper mapper = JsonMapper.builder().build();
        assertEquals(
                mapper.readTree(shipped.texts().get("session.json")),
                mapper.readTree(made.texts().get("session.json")));
    }

    /** The shipped session's neurons find their units in the truth, and their mean rates agree with it. */
    @Test
    void theTruthBehindTheShippedSessionIsAvailable() {
        Session session = DemoSession.open(folder);
        SyntheticTruth truth = SyntheticTruth.of(SyntheticSettings.demo());
        float[] rates = truth.rates().orElseThrow();
        int neurons = session.neurons().size();
        for (int neuron = 0; neuron < neurons; neuron++) {
            assertEquals(session.neurons().get(neuron).id(), truth.recordedUnit()[neuron]);
            double expected = 0;
            double counted = 0;
            for (int i = neuron; i < rates.length; i += neurons) {
                expected += rates[i] * 0.025;
                counted += session.rates()[i] * 0.025;
            }
            // Softplus is convex: process noise lifts mean rates a little.
            assertEquals(1, counted / expected, 0.05 + 5 / Math.sqrt(expected), "neuron " + neuron);
        }
    }
}
