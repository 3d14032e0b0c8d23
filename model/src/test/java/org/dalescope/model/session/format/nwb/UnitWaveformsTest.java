package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cell types from the mean waveforms of an NWB file. */
class UnitWaveformsTest {
    private static final int SAMPLES = 60;
    private static final int TROUGH = 20;
    private static final double RATE_HZ = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Units whose largest channel, the second, has its peak 9, 12 and 24 samples after the trough; the last one is flat. */
    private static double[][][] onElectrodes() {
        double[][][] waveforms = new double[4][SAMPLES][3];
        int[] peaks = {9, 12, 24};
        for (int unit = 0; unit < peaks.length; unit++) {
            waveforms[unit][TROUGH][1] = -80;
            waveforms[unit][TROUGH + peaks[unit]][1] = 30;
            // A smaller channel with another time, and a higher peak before the trough: neither counts.
            waveforms[unit][TROUGH][0] = -20;
            waveforms[unit][TROUGH + 3][0] = 10;
            waveforms[unit][TROUGH - 6][1] = 35;
        }
        return waveforms;
    }

    private static double[][] onOneElectrode() {
        double[][][] all = onElectrodes();
        double[][] one = new double[all.length][SAMPLES];
        for (int unit = 0; unit < one.length; unit++) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                one[unit][sample] = all[unit][sample][1];
            }
        }
        return one;
    }

    private Path file(Object waveforms, boolean withRate) {
        Path file = folder.resolve("waveforms.nwb");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("nwb_version", "2.5.0");
            var units = hdf.putGroup("units");
            units.putDataset("id", new int[] {3, 5, 8, 9});
            double[] spikes = new double[800];
            for (int i = 0; i < spikes.length; i++) {
                spikes[i] = 0.11 * (i % 200) + 0.05;
            }
            units.putDataset("spike_times", spikes);
            units.putDataset("spike_times_index", new int[] {200, 400, 600, 800});
            var mean = units.putDataset("waveform_mean", waveforms);
            if (withRate) {
                mean.putAttribute("sampling_rate", (float) RATE_HZ);
            }
            var trials = hdf.putGroup("intervals").putGroup("trials");
            double[] start = new double[10];
            double[] stop = new double[10];
            for (int i = 0; i < start.length; i++) {
                start[i] = 2 * i + 0.5;
                stop[i] = start[i] + 1.5;
            }
            trials.putDataset("start_time", start);
            trials.putDataset("stop_time", stop);
        }
        return file;
    }

    private static List<NeuronType> types(Session session) {
        return session.neurons().stream().map(Neuron::type).toList();
    }

    @Test
    void aThresholdDividesTheUnits() {
        for (Object waveforms : List.of(onElectrodes(), onOneElectrode())) {
            Session session =
                    NwbFiles.open(file(waveforms, true), "{'kind': 'recording', 'cell_type': {'narrow_below': 0.35}}");
            assertEquals(
                    List.of(NeuronType.INHIBITORY, NeuronType.EXCITATORY, NeuronType.EXCITATORY, NeuronType.UNKNOWN),
                    types(session));
        }
    }

    @Test
    void theFormGetsTheTimes() {
        FileContents.Recording contents = assertInstanceOf(
                FileContents.Recording.class,
                SessionFiles.contents(file(onElectrodes(), true)).orElseThrow());
        FileContents.Waveforms times = contents.waveforms("trough_to_peak_ms").orElseThrow();
        assertEquals(3, times.timesMs().size());
        assertEquals(0.3, times.timesMs().get(0), 1e-12);
        assertEquals(0.4, times.timesMs().get(1), 1e-12);
        assertEquals(0.8, times.timesMs().get(2), 1e-12);
    }

    @Test
    void withoutAThresholdTheTypesAreUnknownAndTheWarningSaysHowToGetThem() {
        Session session = SessionFiles.open(file(onElectrodes(), true));
        assertEquals(
                List.of(NeuronType.UNKNOWN), types(session).stream().distinct().toList());
        assertTrue(warning(session).endsWith("The column trough_to_peak_ms can give them: --narrow-below 0.425."));
    }

    @Test
    void withoutARateThereAreNoTimes() {
        Session session = SessionFiles.open(file(onElectrodes(), false));
        assertTrue(warning(session).endsWith("\"words\": {...}})."), warning(session));
    }

    @Test
    void waveformsThatAreNoNumbersHinderNothing() {
        String[][] words = new String[4][2];
        for (String[] row : words) {
            Arrays.fill(row, "none");
        }
        Session session = SessionFiles.open(file(words, true));
        assertEquals(4, session.neurons().size());
    }

    private static String warning(Session session) {
        return session.source().notes().stream()
                .filter(finding -> finding.code().equals("cell-types-unknown"))
                .map(Finding::text)
                .findFirst()
                .orElseThrow();
    }
}
