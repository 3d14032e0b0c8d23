package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A recording as the laboratory's MATLAB export and as NWB must give one and the same session. */
class NwbTwinTest {
    private static final Path DATA = Path.of("/work/shared/data");

    /** Channels by their names in the MATLAB file, where the NWB file calls them otherwise. */
    private static final Map<String, String> CHANNELS = Map.of(
            "target_loc_1", "target_location_1",
            "target_loc_2", "target_location_2",
            "target_loc_3", "target_location_3",
            "target_loc_4", "target_location_4");

    private static final Map<String, String> FACTORS = Map.of(
            "reward", "is_high_reward",
            "probability", "is_high_probability",
            "identity", "target_identity",
            "salience", "salience",
            "location", "target_location");

    private static Session open(String name) {
        Path file = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), file + " is not on this machine");
        return SessionFiles.open(file);
    }

    @Test
    void newtonIsTheSameInBothFormats() {
        Session nwb = open("Newton_08_13_2025_SC.nwb");
        Session mat = open("Newton_08_13_2025_SC.mat");
        assertArrayEquals(mat.rates(), nwb.rates());
        assertEquals(mat.time().centreMs(0), nwb.time().centreMs(0), 1e-9);
        assertEquals(
                mat.neurons().stream().map(Neuron::id).toList(),
                nwb.neurons().stream().map(Neuron::id).toList());
        assertEquals(
                mat.neurons().stream().map(Neuron::type).toList(),
                nwb.neurons().stream().map(Neuron::type).toList());
        List<String> names = nwb.channels().stream().map(Channel::name).toList();
        assertEquals(14, names.size(), names.toString());
        for (int k = 0; k < 14; k++) {
            String name = mat.channels().get(k).name();
            int other = names.indexOf(CHANNELS.getOrDefault(name, name));
            assertTrue(other >= 0, name + " in " + names);
            // The NWB file holds eye positions as float32.
            double tolerance = mat.channels().get(k).kind() == Channel.Kind.CONTINUOUS ? 1e-5 : 0;
            for (int i = 0; i < mat.trials() * mat.bins(); i++) {
                assertEquals(mat.inputs()[i * 14 + k], nwb.inputs()[i * 14 + other], tolerance, name);
            }
        }
        FACTORS.forEach((of, in) ->
                assertSame(mat.factor(of).orElseThrow(), nwb.factor(in).orElseThrow()));
        assertEquals(5, nwb.factors().size());
        // The NWB file does not hold the MATLAB file's durations: all its trials last 5.125 s.
        assertEquals(205, nwb.mask(MaskOrigin.ARRAY_START).validBins(0));
        assertTrue(Arrays.stream(nwb.durationMs()).allMatch(ms -> ms == 5125));
        assertEquals(412 * 205, observed(nwb));
    }

    /** The same label for every trial; true and false are 1 and 0. */
    private static void assertSame(Factor expected, Factor actual) {
        Map<String, String> truth = Map.of("true", "1", "false", "0");
        for (int trial = 0; trial < expected.values().length; trial++) {
            String label = actual.label(actual.values()[trial]);
            assertEquals(expected.label(expected.values()[trial]), truth.getOrDefault(label, label), actual.name());
        }
    }

    private static int observed(Session session) {
        int observed = 0;
        for (int trial = 0; trial < session.trials(); trial++) {
            observed += session.observed().validBins(trial);
        }
        return observed;
    }

    @Test
    void aFileWithoutTrialsOpensWithItsEpochsAndSaysWhatIsMissing() {
        Session session = open("A8604-211122.nwb");
        assertEquals(1, session.trials());
        assertEquals(
                List.of(6, 191, 206), session.neurons().stream().map(Neuron::id).toList());
        assertEquals(3, session.count(NeuronType.UNKNOWN));
        List<String> codes =
                session.source().notes().stream().map(Finding::code).toList();
        assertTrue(codes.containsAll(List.of("no-trials-table", "cell-types-unknown", "window-cut")), codes.toString());
        // h5py finds so many spikes of each unit in the first 10 s; nothing was recorded before the session began.
        for (int unit = 0; unit < 3; unit++) {
            double spikes = 0;
            for (int bin = 0; bin < session.bins(); bin++) {
                spikes += session.rate(0, bin, unit) * 0.025;
            }
            assertEquals(new int[] {117, 25, 49}[unit], spikes, 1e-3);
        }
        assertEquals(400, session.observed().validBins(0));
        assertEquals(408, session.bins());
    }
}
