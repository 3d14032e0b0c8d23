package org.dalescope.model.session.format.sorter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.MappingChanges;
import org.dalescope.model.session.format.MappingChanges.Alignment;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.format.SuggestedMapping;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of Kilosort, phy and ALF; spikes are counted by hand. */
class SorterFormatTest {
    private static final Alignment CUE = new Alignment("cue_time", -500, 1000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private SortedFolder made;

    @BeforeEach
    void make() throws IOException {
        made = SortedFolder.in(temporary.resolve("sorted")).kilosort();
        made.text("trials.csv", made.trials(1, ","));
    }

    private static MappingChanges aligned(Alignment align) {
        return new MappingChanges(
                Optional.of(align), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private Session open(MappingChanges changes) {
        Optional<Mapping> mapping = SessionFiles.changed(made.path(), Optional.empty(), changes);
        return SessionFiles.open(made.path(), mapping, Progress.SILENT);
    }

    private Session open() {
        return open(aligned(CUE));
    }

    /** Spikes per neuron over all trials and bins. */
    private static long[] counts(Session session) {
        long[] counts = new long[session.neurons().size()];
        double perSpike = 1000 / session.time().binMs();
        for (int i = 0; i < session.rates().length; i++) {
            counts[i % counts.length] += Math.round(session.rates()[i] / perSpike);
        }
        return counts;
    }

    private static List<Integer> ids(Session session) {
        return session.neurons().stream().map(Neuron::id).toList();
    }

    private static String types(Session session) {
        return session.neurons().stream().map(n -> n.type().letter()).collect(Collectors.joining());
    }

    private String refusal(MappingChanges changes) {
        return assertThrows(InputError.class, () -> open(changes)).sentence();
    }

    private static boolean has(Session session, String code) {
        return session.source().notes().stream().map(Finding::code).anyMatch(code::equals);
    }

    @Test
    void spikesAreCountedAroundTheChosenEvent() {
        Session session = open();
        assertEquals(List.of(2, 5, 9, 14, 300), ids(session));
        assertArrayEquals(made.counts(-500, 1000), counts(session));
        assertEquals(SortedFolder.TRIALS, session.trials());
        assertEquals(60, session.bins());
        assertEquals(
                List.of("side"), session.factors().stream().map(Factor::name).toList());
        assertEquals("cue", session.channels().getFirst().name());
        assertTrue(has(session, "no-unit-quality"));
        assertEquals("?????", types(session), "no labels and no waveforms: no types");
    }

    @Test
    void labelsAreTrustedInTheOrderOfTheirFiles() throws IOException {
        made.text("cluster_group.tsv", "cluster_id\tgroup\n2\tgood\n5\tmua\n9\tunsorted\n");
        made.text("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n2\tmua\n5\tgood\n9\tgood\n14\tmua\n");
        made.text("cluster_info.tsv", """
                        cluster_id\tch\tdepth\tgroup\tarea
                        2\t1\t20\tnoise\tV1
                        5\t1\t20\tgood\tV1
                        9\t3\t60\tmua\tSC
                        14\t3\t60\tgood\tSC
                        300\t3\t80\tgood\tSC
                        """);
        Session good = open();
        assertEquals(List.of(2, 9, 300), ids(good));
        assertEquals(
                List.of("V1", "SC", "SC"),
                good.neurons().stream().map(Neuron::area).toList());
        long[] all = made.counts(-500, 1000);
        assertArrayEquals(new long[] {all[0], all[2], all[4]}, counts(good));
        assertTrue(good.source().notes().stream()
                .anyMatch(note -> note.text().contains("3 good") && note.text().contains("2 mua")));
        MappingChanges both = new MappingChanges(
                Optional.of(CUE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("good", "mua"),
                Optional.empty());
        assertEquals(List.of(2, 5, 9, 14, 300), ids(open(both)));
    }

    @Test
    void withoutAGoodUnitTheLabelsAreNamed() throws IOException {
        made.text("cluster_KSLabel.tsv", "cluster_id\tKSLabel\n2\tmua\n5\tmua\n");
        String refusal = refusal(aligned(CUE));
        assertTrue(refusal.contains("2 mua") && refusal.contains("--quality mua"), refusal);
    }

    @Test
    void typesComeFromTheUnwhitenedWaveformOfTheMostFrequentTemplate() throws IOException {
        made.templates(14, 4, 14, 2, 20);
        Session session = open();
        // 14 samples at 30 kHz are 0.467 ms, 4 are 0.133 ms; the fourth is largest on channel 3 and has 12.
        assertEquals("EIEIE", types(session));
        assertTrue(has(session, "types-from-waveforms"));
        MappingChanges wide = new MappingChanges(
                Optional.of(CUE), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.of(0.5));
        assertEquals("IIIIE", types(open(wide)));
        // Merging clusters does not change templates: the mostly used one counts.
        long[] merged = new long[9000];
        Arrays.setAll(merged, i -> i % 3 == 0 ? 2 : 5);
        made.integers("spike_clusters.npy", "<i4", 4, merged);
        long[] templates = new long[9000];
        Arrays.setAll(templates, i -> i % 3 == 0 ? 1 : i % 9 == 1 ? 1 : 4);
        made.integers("spike_templates.npy", "<u4", 4, templates);
        assertEquals("IE", types(open()));
        // This inverse makes channel 3 the largest one, where the peak comes 10 samples later.
        made.write(
                "whitening_mat_inv.npy",
                "<f8",
                "(4, 4)",
                SortedFolder.bytes(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 9));
        assertEquals("EE", types(open()));
    }

    @Test
    void aColumnOfTypesIsPreferredToWaveforms() throws IOException {
        made.templates(14, 4, 14, 4, 20);
        made.text("cluster_cell_type.tsv", "cluster_id\tcell_type\n2\tI\n5\tE\n9\tE\n14\tE\n300\tpyramidal\n");
        assertEquals("IEEEE", types(open()));
    }

    @Test
    void tablesInOtherFormsGiveTheSameSession() throws IOException {
        long[] counts = made.counts(-500, 1000);
        Files.delete(made.path().resolve("trials.csv"));
        made.text("my_trials.tsv", "\ufeff" + made.trials(1, "\t"));
        assertArrayEquals(counts, counts(open()));
        Files.delete(made.path().resolve("my_trials.tsv"));
        made.text("trials.csv", made.trials(1, ";").replace("\n", "\r\n"));
        assertArrayEquals(counts, counts(open()));
        Files.delete(made.path().resolve("trials.csv"));
        made.doubles("cue_time.npy", made.cueS());
        made.integers(
                "choice.npy",
                "<i8",
                8,
                IntStream.range(0, SortedFolder.TRIALS).mapToLong(i -> i % 2).toArray());
        Session arrays = open();
        assertArrayEquals(counts, counts(arrays));
        assertEquals("choice", arrays.factors().getFirst().name());
    }

    @Test
    void eventsOfBidsHaveDurations() throws IOException {
        Files.delete(made.path().resolve("trials.csv"));
        double[] cue = made.cueS();
        made.text(
                "sub-01_events.tsv",
                "onset\tduration\ttrial_type\n"
                        + IntStream.range(0, cue.length)
                                .mapToObj(i ->
                                        cue[i] + "\t" + (i == 3 ? "n/a" : "1.25") + "\t" + (i % 2 == 0 ? "go" : "stop"))
                                .collect(Collectors.joining("\n")));
        Session session = open(aligned(new Alignment("onset", 0, 1000)));
        assertArrayEquals(made.counts(0, 1000), counts(session));
        assertEquals(
                List.of("trial_type"),
                session.factors().stream().map(Factor::name).toList());
        assertEquals(1250, session.durationMs()[0], 1e-6);
        assertEquals(1000, session.durationMs()[3], 1e-6, "no duration: the whole window");
    }

    @Test
    void alfFoldersUseTheTrialsAboveTheProbe() throws IOException {
        SortedFolder probe = SortedFolder.in(temporary.resolve("alf/probe00")).alf();
        SortedFolder above = SortedFolder.in(temporary.resolve("alf"));
        double[] cue = probe.cueS();
        double[] intervals = new double[2 * cue.length];
        for (int i = 0; i < cue.length; i++) {
            intervals[2 * i] = cue[i] - 0.5;
            intervals[2 * i + 1] = cue[i] + 2;
        }
        above.write("_ibl_trials.intervals.npy", "<f8", "(" + cue.length + ", 2)", SortedFolder.bytes(intervals));
        above.doubles("_ibl_trials.stimOn_times.npy", cue);
        above.integers(
                "_ibl_trials.choice.npy",
                "<i8",
                8,
                IntStream.range(0, cue.length)
                        .mapToLong(i -> i % 2 == 0 ? 1 : -1)
                        .toArray());
        probe.text("clusters.metrics.csv", "cluster_id,label\n0,1.0\n1,0.33\n2,1.0\n3,1.0\n4,0.66\n");
        probe.doubles("clusters.peakToTrough.npy", 0.6, 0.2, 0.3, 0.7, 0.2);
        made = probe;
        Session session = open(aligned(new Alignment("stimOn_times", -500, 1000)));
        assertEquals(List.of(0, 2, 3), ids(session));
        assertEquals("EIE", types(session));
        long[] counts = made.counts(-500, 1000);
        assertArrayEquals(new long[] {counts[0], counts[2], counts[3]}, counts(session));
        assertEquals("choice", session.factors().getFirst().name());
        assertEquals(2500, session.durationMs()[0], 1e-6);
    }

    private static MappingChanges changes(List<String> quality, Optional<Double> spikesS, Optional<Double> trialsS) {
        return new MappingChanges(Optional.of(CUE), Optional.empty(), spikesS, trialsS, quality, Optional.empty());
    }

    @Test
    void tablesOfTrialsAreNoListsOfSpikes() throws IOException {
        // A number of a trial that starts again, and names with dots.
        String[] lines = made.trials(1, ",").split("\n", -1);
        StringBuilder table = new StringBuilder("trial," + lines[0].replace("cue_time", "cue.time") + ",block\n");
        for (int i = 1; i <= SortedFolder.TRIALS; i++) {
            table.append(i % 20 + "," + lines[i] + ",a\n");
        }
        made.text("trials.csv", table.toString());
        Session session = open(aligned(new Alignment("cue.time", -500, 1000)));
        assertEquals(SortedFolder.TRIALS, session.trials());
        assertArrayEquals(made.counts(-500, 1000), counts(session));
    }

    @Test
    void otherArraysBesideATableAreNoTrials() throws IOException {
        made.doubles("mean_rates.npy", 1, 2, 3);
        made.doubles("anything.npy", 1, 2, 3, 4);
        assertArrayEquals(made.counts(-500, 1000), counts(open()));
        // Two arrays that belong together and are as long as others are columns of trials, not a series.
        Files.delete(made.path().resolve("trials.csv"));
        Files.delete(made.path().resolve("mean_rates.npy"));
        Files.delete(made.path().resolve("anything.npy"));
        made.doubles("cue_time.npy", made.cueS());
        made.doubles("response.npy", made.cueS());
        made.doubles("response_times.npy", made.cueS());
        Session session = open();
        assertArrayEquals(made.counts(-500, 1000), counts(session));
        assertTrue(session.channels().stream().noneMatch(channel -> channel.kind() == Channel.Kind.CONTINUOUS));
    }

    @Test
    void arraysOfElectrodesAndWaveformsAreNoTrials() throws IOException {
        Files.delete(made.path().resolve("trials.csv"));
        made.doubles("electrode_x.npy", 0, 20, 40, 60);
        made.doubles("waveform_duration.npy", 0.2, 0.4, 0.6, 0.8);
        made.doubles("_acme_channel_depth.npy", 1, 2, 3, 4);
        String refusal = refusal(aligned(CUE));
        assertTrue(refusal.contains("trials.csv"), refusal);
    }

    @Test
    void alfNamespacesAndOtherArraysOfAProbeAreKnown() throws IOException {
        SortedFolder probe = SortedFolder.in(temporary.resolve("alf/probe00"));
        probe.alf();
        Files.move(probe.path().resolve("spikes.times.npy"), probe.path().resolve("_ibl_spikes.times.npy"));
        Files.move(probe.path().resolve("spikes.clusters.npy"), probe.path().resolve("_ibl_spikes.clusters.npy"));
        probe.doubles("drift.um.npy", 1, 2, 3);
        SortedFolder above = SortedFolder.in(temporary.resolve("alf"));
        above.doubles("_ibl_trials.stimOn_times.npy", probe.cueS());
        made = probe;
        Session session = open(aligned(new Alignment("stimOn_times", -500, 1000)));
        assertArrayEquals(made.counts(-500, 1000), counts(session));
    }

    @Test
    void labelsAreChosenByNameAndUnknownOnesAreRefused() throws IOException {
        made.text("cluster_group.tsv", "cluster_id\tgroup\n2\tgood\n5\tsua\n9\tmua\n14\tnoise\n");
        assertEquals(List.of(2), ids(open()));
        assertEquals(List.of(2, 5), ids(open(changes(List.of("Good", "sua"), Optional.empty(), Optional.empty()))));
        assertEquals(List.of(300), ids(open(changes(List.of("unsorted"), Optional.empty(), Optional.empty()))));
        String refusal = refusal(changes(List.of("great"), Optional.empty(), Optional.empty()));
        assertTrue(refusal.contains("'great'") && refusal.contains("1 sua"), refusal);
    }

    @Test
    void aUnitThatContradictsTheSamplingRateIsRefused() {
        String refusal = refusal(changes(List.of(), Optional.of(1e-3), Optional.of(1e-3)));
        assertTrue(refusal.contains("30000 Hz") && refusal.contains("--time-unit trials="), refusal);
        // Trials at 5 to 180 s would be at 5 to 180 ms.
        assertTrue(has(open(changes(List.of(), Optional.empty(), Optional.of(1e-3))), "trials-outside"));
    }

    @Test
    void damagedFilesBesideTheSpikesAreRefusedInASentence() throws IOException {
        Files.delete(made.path().resolve("trials.csv"));
        made.text("trials.mat", "MATLAB 5.0 MAT-file, and then nothing that is one" + " ".repeat(100));
        String damaged = refusal(aligned(CUE));
        assertTrue(damaged.contains("copy it again"), damaged);
        Files.delete(made.path().resolve("trials.mat"));
        made.text("trials.csv", made.trials(1, ","));
        MappingChanges impossible = new MappingChanges(
                Optional.of(CUE),
                Optional.of("no\0path"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertTrue(refusal(impossible).contains("There is no table of trials"));
    }

    @Test
    void aFolderThatIsReadWithAMappingOfArraysHasTheHashOfItsArrays() throws IOException {
        Files.delete(made.path().resolve("params.py"));
        made.doubles("cue_s.npy", made.cueS());
        String json =
                "{'activity': {'holds': 'spike-triplets', 'neuron_of': 'spike_clusters', 'time_of': 'spike_times',"
                        + " 'align': 'cue_s', 'unit': 'us'}, 'time': {'bin_ms': 25, 'start_ms': -500, 'stop_ms': 1000}}";
        Path file = Files.writeString(temporary.resolve("arrays.json"), json.replace('\'', '"'));
        Optional<Mapping> mapping = Optional.of(MappingJson.read(file));
        String before = SessionFiles.open(made.path(), mapping, Progress.SILENT)
                .source()
                .sha256();
        made.doubles("other.npy", 1, 2);
        assertFalse(before.equals(SessionFiles.open(made.path(), mapping, Progress.SILENT)
                .source()
                .sha256()));
        assertTrue(SessionFiles.contents(made.path(), mapping).orElseThrow() instanceof FileContents.Arrays);
    }

    @Test
    void seriesOfBehaviourBecomeInputs() throws IOException {
        // Samples every 10 ms: x rises with time, y is its square; licks are moments.
        int samples = 20_000;
        StringBuilder eye = new StringBuilder("time,x,y\n");
        double[] times = new double[samples];
        double[] speed = new double[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = 0.01 * i + 0.002;
            speed[i] = Math.sin(times[i]);
            eye.append(times[i] + "," + times[i] + "," + times[i] * times[i] + "\n");
        }
        made.text("eye_position.csv", eye.toString());
        made.doubles("running.npy", speed);
        made.doubles("running_times.npy", times);
        Session session = open();
        List<String> names = session.channels().stream().map(Channel::name).toList();
        assertEquals(List.of("eye_position_x", "eye_position_y", "running", "cue"), names);
        Channel running = session.channels().get(2);
        int trial = 7;
        for (int bin = 0; bin < session.bins(); bin += 11) {
            double from = made.cueS()[trial] - 0.5 + 0.025 * bin;
            double sum = 0;
            int count = 0;
            for (int i = 0; i < samples; i++) {
                if (times[i] >= from && times[i] < from + 0.025) {
                    sum += speed[i];
                    count++;
                }
            }
            double expected = (sum / count - running.mean()) / running.sd();
            assertEquals(expected, session.input(trial, bin, 2), 1e-4, "bin " + bin);
        }
        assertEquals(1, session.factors().size(), "the arrays of the series are no columns of trials");
        RecordingMapping mapping = (RecordingMapping) session.source().mapping().orElseThrow();
        assertEquals(
                List.of("eye_position.csv", "running.npy"), mapping.series().orElseThrow());
        made.text("eye_position.csv", "time,x\n1,1\n0.5,2\n");
        assertTrue(has(open(), "unreadable-series"));
    }

    @Test
    void timesOfTrialsInOtherUnitsAreAskedFor() throws IOException {
        for (double perSecond : new double[] {1000, SortedFolder.RATE_HZ}) {
            made.text("trials.csv", made.trials(perSecond, ","));
            InputError refused = assertThrows(InputError.class, () -> open());
            assertTrue(refused.sentence().contains("--time-unit trials="), refused.sentence());
            Mapping confirmed = SuggestedMapping.of(refused).orElseThrow().mapping();
            Session session = SessionFiles.open(made.path(), Optional.of(confirmed), Progress.SILENT);
            assertArrayEquals(made.counts(-500, 1000), counts(session));
        }
        made.text("trials.csv", made.trials(1e7, ","));
        assertTrue(refusal(aligned(CUE)).contains("not on the same clock"));
    }

    @Test
    void withoutASamplingRateItIsAskedFor() throws IOException {
        Files.delete(made.path().resolve("params.py"));
        InputError refused = assertThrows(InputError.class, () -> open());
        assertTrue(refused.sentence().contains("--time-unit spikes=30000Hz"), refused.sentence());
        MappingChanges said = new MappingChanges(
                Optional.of(CUE),
                Optional.empty(),
                Optional.of(MappingChanges.unitS("30 kHz")),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertArrayEquals(made.counts(-500, 1000), counts(open(said)));
    }

    @Test
    void everyMistakeGetsASentence() throws IOException {
        assertTrue(refusal(aligned(new Alignment("nothing", -500, 1000))).contains("Choose from"));
        made.text("events.csv", made.trials(1, ","));
        String two = refusal(aligned(CUE));
        assertTrue(two.contains("trials.csv") && two.contains("events.csv") && two.contains("--trials"), two);
        MappingChanges named = new MappingChanges(
                Optional.of(CUE),
                Optional.of("trials.csv"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        assertArrayEquals(made.counts(-500, 1000), counts(open(named)));
        Files.delete(made.path().resolve("events.csv"));
        made.text("trials.csv", "start_time,cue_time\n1,2\n3\n");
        assertTrue(refusal(aligned(CUE)).contains("line 3"));
        made.text("trials.csv", "1,2\n3,4\n");
        assertTrue(refusal(aligned(CUE)).contains("column names"));
        made.text("trials.csv", "");
        assertTrue(refusal(aligned(CUE)).contains("is empty"));
        Files.delete(made.path().resolve("trials.csv"));
        assertTrue(refusal(aligned(CUE)).contains("trials.csv"));
        Files.createFile(made.path().resolve("_ibl_trials.table.pqt"));
        assertTrue(refusal(aligned(CUE)).contains("pandas.read_parquet"));
        made.text("trials.csv", made.trials(1, ","));
        made.integers("spike_clusters.npy", "<i4", 4, 1, 2, 3);
        assertTrue(refusal(aligned(CUE)).contains("one per spike"));
        byte[] whole = Files.readAllBytes(made.path().resolve("spike_times.npy"));
        Files.write(made.path().resolve("spike_times.npy"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refusal(aligned(CUE)).contains("cut off"));
        made.text("spike_times.npy", "no array");
        assertTrue(refusal(aligned(CUE)).contains("not a readable npy array"));
        assertTrue(assertThrows(InputError.class, () -> Alignment.of("cue:1000:-500"))
                .sentence()
                .contains("COLUMN:FROM:TO"));
        assertTrue(assertThrows(InputError.class, () -> MappingChanges.unitS("fortnights"))
                .sentence()
                .contains("30000Hz"));
    }

    @Test
    void theMappingRepeatsTheSession() throws IOException {
        made.templates(14, 4, 14, 4, 20);
        made.text("cluster_group.tsv", "cluster_id\tgroup\n2\tgood\n5\tmua\n9\tgood\n14\tgood\n");
        Session session = open();
        Path file = temporary.resolve("mapping.json");
        MappingJson.write(session.source().mapping().orElseThrow(), file);
        Session again = SessionFiles.open(made.path(), Optional.of(MappingJson.read(file)), Progress.SILENT);
        assertEquals(session.neurons(), again.neurons());
        assertArrayEquals(session.rates(), again.rates());
        assertEquals(session.channels(), again.channels());
        FileContents.Recording contents =
                (FileContents.Recording) SessionFiles.contents(made.path()).orElseThrow();
        assertEquals("trials.csv", contents.tables().getFirst().path());
        assertTrue(contents.tables().getFirst().times().contains("cue_time"));
        assertTrue(contents.unitColumn("quality").isPresent());
    }

    @Test
    void theHashIsThatOfTheFilesThatAreRead() throws IOException {
        String before = SessionFiles.sha256(made.path());
        made.doubles("pc_features.npy", 1, 2, 3);
        assertEquals(before, SessionFiles.sha256(made.path()), "not read, often several GB");
        made.text("cluster_group.tsv", "cluster_id\tgroup\n2\tgood\n");
        assertFalse(before.equals(SessionFiles.sha256(made.path())));
    }

    @Test
    void theSharedFolderHasTheCountsOfItsReadme() {
        Path shared = Path.of("..", "..", "shared", "cases", "phy");
        Assumptions.assumeTrue(Files.isDirectory(shared), "no ../shared/cases/phy");
        Optional<Mapping> mapping = SessionFiles.changed(shared, Optional.empty(), aligned(CUE));
        Session session = SessionFiles.open(shared, mapping, Progress.SILENT);
        assertEquals(List.of(3, 4, 7, 12, 13, 21, 34, 40, 55), ids(session));
        assertArrayEquals(new long[] {815, 1343, 1941, 2566, 3085, 3642, 4187, 4714, 5226}, counts(session));
        assertEquals("EEIEEEIEI", types(session));
        assertEquals(
                List.of("side", "rewarded"),
                session.factors().stream().map(Factor::name).toList());
    }
}
