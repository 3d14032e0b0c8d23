package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.NeuronType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TauReferencesTest {
    @TempDir
    Path folder;

    private Path session = Path.of("");

    /** Three E units and one I unit, of which the units 2 and 3 are the neurons 20 and 30. */
    private void truth() throws IOException {
        session = folder.resolve("made.dalescope");
        NpzFile.write(
                folder.resolve("made.truth.npz"),
                List.of(
                        NamedArray.of("tau", new double[] {10, 40, 50, 8}),
                        NamedArray.of("unit_type", new int[] {1, 1, 1, -1}),
                        NamedArray.of("neuron_ids", new int[] {20, 30}),
                        NamedArray.of("recorded_unit", new int[] {2, 3})));
    }

    private TauReferences read(int... neuronIds) {
        return TauReferences.read(new RunFolder(folder.resolve("run")), session, neuronIds);
    }

    @Test
    void theTruthBesideTheSessionIsByNeuronAndByType() throws IOException {
        truth();
        TauReferences references = read(30, 20);
        assertEquals(Map.of(20, 50.0, 30, 8.0), references.trueMs());
        assertEquals(Map.of(NeuronType.EXCITATORY, 40.0, NeuronType.INHIBITORY, 8.0), references.trueMedianMs());
        assertTrue(references.otherSeeds().isEmpty());
    }

    @Test
    void aTruthOfOtherNeuronsOrADamagedOneIsNone() throws IOException {
        truth();
        assertEquals(TauReferences.NONE, read(20, 31));
        Files.writeString(folder.resolve("made.truth.npz"), "no archive");
        assertEquals(TauReferences.NONE, read(20));
        Files.delete(folder.resolve("made.truth.npz"));
        assertEquals(TauReferences.NONE, read(20));
    }
}
