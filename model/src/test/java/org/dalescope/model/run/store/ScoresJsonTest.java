package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.scoring.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresJsonTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Score perNeuron(String id) throws IOException {
        Path file = folder.resolve("scores.json");
        Files.writeString(file, "{\"scores\": {\"psth_r\": {\"per_neuron\": {\"" + id + "\": 0.5}}}}");
        return ScoresJson.read(file).getFirst();
    }

    @Test
    void everyIdThatANeuronMayHaveIsRead() throws IOException {
        for (int id : new int[] {0, 7, -3, Integer.MAX_VALUE}) {
            assertEquals(Map.of(id, 0.5), perNeuron(String.valueOf(id)).perNeuron());
        }
    }

    @Test
    void whatIsNoIdIsRefused() {
        for (String id : new String[] {"../../escape", "", "1.5", "2147483648"}) {
            String sentence =
                    assertThrows(InputError.class, () -> perNeuron(id)).sentence();
            assertTrue(sentence.startsWith("'" + id + "' in scores.json is not the id of a neuron"), sentence);
        }
    }
}
