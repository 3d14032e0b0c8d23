package org.dalescope.app.ui.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.cli.CommandLineProgram;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.session.SessionOpening;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.NeuronType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The form without a toolkit; every thread is the test's own. */
class MappingViewModelTest {
    private static final int TRIALS = 90;
    private static final int BINS = 12;
    private static final int NEURONS = 5;
    private static final Path NWB = Path.of("..", "model", "src", "test", "resources", "nwb", "small.nwb");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<OpenSession> applied = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private MappingViewModel model;

    @BeforeEach
    void make() {
        model = new MappingViewModel(
                new SessionOpening(Runnable::run, Runnable::run),
                Runnable::run,
                Runnable::run,
                applied::add,
                failed::add);
    }

    /** Counts whose sum over a trial tells the trial, with codes for types and rewards. */
    private Path arrays() {
        byte[] counts = new byte[TRIALS * BINS * NEURONS];
        int[] reward = new int[TRIALS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) ((i * 7 + i / NEURONS) % 4);
            reward[i / (BINS * NEURONS)] = i / (BINS * NEURONS) % 3;
        }
        Path file = folder.resolve("arrays.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, TRIALS, BINS, NEURONS),
                        NamedArray.of("cell_type", new int[] {1, 1, 2, 1, 2}),
                        NamedArray.of("outcome_code", reward),
                        NamedArray.of("dt", new double[] {0.02})));
        return file;
    }

    private void open(Path file) {
        model.show(OpenSession.of(file, Optional.empty(), Progress.SILENT));
        assertTrue(model.shownProperty().get(), failed.toString());
    }

    private void choose(String id, String words) {
        MappingField field = model.field(id);
        FieldKind.Option option = ((FieldKind.Choice) field.editor())
                .options().stream()
                        .filter(o -> o.words().equals(words) || o.words().startsWith(words + "  ("))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(words + " of " + field.editor()));
        model.change(field, option.value());
    }

    private void type(String id, double number) {
        model.change(model.field(id), JsonNodeFactory.instance.numberNode(number));
    }

    private void press(String id) {
        model.change(model.formProperty().get().stream()
                .flatMap(section -> section.changes().stream())
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private OpenSession apply() {
        assertEquals("", model.refusalProperty().get());
        model.apply();
        return applied.getLast();
    }

    @Test
    void axesChosenOtherwiseMakeAnotherSession() {
        open(arrays());
        assertFalse(model.applicableProperty().get());
        choose("map-activity-axes", "bin, trial, neuron");
        assertEquals("", model.refusalProperty().get(), "labels of 90 trials do not fit 12 trials and are removed");
        assertTrue(
                model.previewProperty().get().startsWith("12 trials"),
                model.previewProperty().get());
        OpenSession turned = apply();
        assertEquals(TRIALS, turned.session().bins());
        assertEquals(BINS, turned.session().trials());
    }

    @Test
    void aSortersFolderIsAlignedAndItsWaveformsAreDivided() throws IOException {
        Path shared = Path.of("..", "..", "shared", "cases", "phy");
        Assumptions.assumeTrue(Files.isDirectory(shared), "no ../shared/cases/phy");
        open(shared);
        choose("map-align", "start_time");
        type("map-window_ms-0", -100);
        type("map-window_ms-1", 900);
        OpenSession aligned = apply();
        assertEquals(40, aligned.session().bins());
        assertEquals(-100, aligned.session().time().startMs(), 1e-9);
        assertEquals(Optional.of(aligned.session()), model.sessionProperty().get(), "the preview shows this session");
        FieldKind.Threshold threshold =
                (FieldKind.Threshold) model.field("map-cell_type-narrow_below").editor();
        assertEquals(12, threshold.values().size());
        type("map-cell_type-narrow_below", 0.1);
        assertEquals(0, apply().session().count(NeuronType.INHIBITORY));
        type("map-cell_type-narrow_below", 0.4);
        assertEquals(3, apply().session().count(NeuronType.INHIBITORY));
        MappingField quality = model.field("map-exclude_units-quality");
        model.change(quality, JsonNodeFactory.instance.arrayNode());
        assertEquals(12, apply().session().neurons().size(), "no label is left out");
    }

    @Test
    void aTypeSaidOtherwiseLeavesTheOthersAsTheyWere() {
        open(arrays());
        choose("map-type-2", "left out");
        OpenSession open = apply();
        assertEquals(3, open.session().neurons().size());
        assertEquals(3, open.session().count(NeuronType.EXCITATORY));
    }

    @Test
    void aLabelIsAddedNamedAndTakenAway() {
        open(arrays());
        while (model.document().path("trials").path("factors").size() > 0) {
            press("remove-label-0");
        }
        assertEquals(List.of(), apply().session().factors());
        press("add-label");
        assertTrue(
                model.refusalProperty().get().contains("''"),
                model.refusalProperty().get());
        choose("map-trials-factors-0-variable", "outcome_code");
        model.change(model.field("map-trials-factors-0-name"), JsonNodeFactory.instance.stringNode("outcome"));
        var factor = apply().session().factors().getFirst();
        assertEquals("outcome", factor.name());
        assertEquals(30, factor.counts().values().iterator().next());
    }

    /** Averages over 40 trials of 3 neurons in 30 bins of 2 ms: the form names them and counts their trials. */
    private Path averages() {
        double[] rates = new double[3 * 30];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (i * 7 % 11) / 40.0 / 0.002;
        }
        double[] times = new double[30];
        for (int bin = 0; bin < times.length; bin++) {
            times[bin] = 0.001 + 0.002 * bin;
        }
        Path file = folder.resolve("averages.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("psth_off", rates, 3, 30),
                        NamedArray.of("psth_on", rates, 3, 30),
                        NamedArray.of("tagged", new int[] {0, 1, 0}),
                        NamedArray.of("time_s", times)));
        return file;
    }

    @Test
    void averagesAreNamedCountedAndMergedInTheForm() {
        open(averages());
        assertTrue(
                model.previewProperty().get().startsWith("80 trials"),
                model.previewProperty().get());
        type("map-averages-0-trials", 80);
        type("map-time-merge_bins", 5);
        model.change(model.field("map-averages-1-name"), JsonNodeFactory.instance.stringNode("light"));
        choose("map-neurons-types", "tagged");
        choose("map-type-1", "I, inhibitory");
        OpenSession open = apply();
        assertEquals(120, open.session().trials());
        assertEquals(6, open.session().bins());
        assertEquals(1, open.session().count(NeuronType.INHIBITORY));
        assertEquals(
                List.of("psth_off", "light"),
                List.copyOf(open.session().factors().getFirst().counts().keySet()));
        press("remove-average-1");
        assertEquals(80, apply().session().trials());
        choose("map-activity-holds", "rates in sp/s");
        assertEquals(0, model.document().path("averages").size(), "what the form does not show is gone");
        choose("map-activity-holds", "averages over trials in sp/s");
        press("add-average");
        choose("map-averages-0-variable", "psth_on");
        assertEquals(40, apply().session().trials());
    }

    @Test
    void whatDoesNotFitIsOneSentence() {
        open(arrays());
        choose("map-activity-axes", "trial, bin");
        assertTrue(
                model.refusalProperty().get().contains("shape"),
                model.refusalProperty().get());
        assertFalse(model.refusalProperty().get().contains("\n"));
        assertFalse(model.applicableProperty().get());
        model.change(model.field("map-time-bin_ms"), JsonNodeFactory.instance.stringNode("twenty"));
        assertTrue(
                model.refusalProperty().get().contains("twenty"),
                model.refusalProperty().get());
        model.reset();
        assertEquals("", model.refusalProperty().get());
        assertEquals(List.of(), failed);
    }

    @Test
    void theCommandLineReadsTheSameOutOfASavedMapping() throws Exception {
        Path file = arrays();
        open(file);
        assertEquals("dalescope inspect " + file, model.commandProperty().get());
        type("map-time-bin_ms", 40);
        choose("map-type-2", "E, excitatory");
        sameOnTheCommandLine(file);
    }

    @Test
    void anNwbFileOffersWhatItHoldsAndIsReadOtherwise() throws Exception {
        open(NWB);
        type("map-window_ms-0", -100);
        type("map-window_ms-1", 500);
        type("map-bin_ms", 50);
        assertEquals(12, apply().session().bins());
        choose("map-align", "cue");
        assertEquals("cue", apply().session().time().event());
        model.change(
                model.field("map-exclude_units-quality"),
                JsonNodeFactory.instance.arrayNode().add("mua"));
        assertEquals(5, apply().session().neurons().size());
        choose("map-type-FS", "left out");
        OpenSession open = apply();
        assertEquals(4, open.session().neurons().size());
        model.change(
                model.field("map-factors"), JsonNodeFactory.instance.arrayNode().add("choice"));
        assertEquals(
                List.of("choice"),
                apply().session().factors().stream().map(f -> f.name()).toList());
        choose("map-align", "stop_time");
        sameOnTheCommandLine(NWB);
    }

    @Test
    void aRefusedFileIsOfferedWithWhatIsKnown() {
        Path file = folder.resolve("table.npz");
        NpzFile.write(file, List.of(NamedArray.of("table", new double[TRIALS * 20], TRIALS, 20)));
        List<Runnable> begin = new ArrayList<>();
        model.offer(file, new InputError("No activity."), begin::add);
        begin.getFirst().run();
        assertEquals("No activity.", model.refusalProperty().get());
        choose("map-activity-variable", "table");
        choose("map-activity-axes", "trial, bin");
        type("map-time-bin_ms", 10);
        assertEquals(List.of(), failed);
        assertEquals(TRIALS, apply().session().trials());
    }

    /** The session that was tried is the one that the command line reads, and the mapping stays what it is. */
    private void sameOnTheCommandLine(Path file) throws Exception {
        OpenSession open = apply();
        Path saved = folder.resolve("saved.json");
        Path again = folder.resolve("again.json");
        model.save(saved);
        assertEquals(
                "dalescope inspect " + file + " --mapping " + saved,
                model.commandProperty().get());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = {
            "inspect", file.toString(), "--json", "--mapping", saved.toString(), "--save-mapping", again.toString()
        };
        assertEquals(0, CommandLineProgram.run(words, new PrintWriter(out), new PrintWriter(err)), err.toString());
        assertEquals(Files.readString(saved), Files.readString(again));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertEquals(open.session().trials(), json.path("trials").asInt());
        assertEquals(open.session().bins(), json.path("bins").asInt());
        assertEquals(open.session().time().binMs(), json.path("bin_ms").asDouble());
        assertEquals(
                open.session().neurons().size(),
                json.path("neurons").path("total").asInt());
        assertEquals(
                open.session().count(NeuronType.EXCITATORY),
                json.path("neurons").path("excitatory").asInt());
        assertEquals(
                open.preflight().quality().meanRate(), json.path("mean_rate").asDouble());
        assertEquals(open.preflight().quality().spikes(), json.path("spikes").asLong());
    }
}
