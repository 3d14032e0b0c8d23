package org.dalescope.app.ui.configure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationViewModelTest {
    private final ConfigurationViewModel model = new ConfigurationViewModel();

    @Test
    void startsAsTheDefaultPreset() {
        assertEquals(0, model.changes().get());
        assertTrue(model.valid().get());
        assertEquals(Configuration.defaults(), model.configuration().get().orElseThrow());
    }

    @Test
    void everySettingOfTheSchemaIsInTheForm() {
        assertEquals(
                Configuration.schema().settings(),
                model.settings().stream().map(SettingViewModel::description).toList());
    }

    @Test
    void anIllegalValueIsRefusedInTheWordsOfTheCommandLine() {
        SettingViewModel epochs = model.setting("training.epochs");
        epochs.textProperty().set("many");
        InputError refusal =
                assertThrows(InputError.class, () -> Configuration.defaults().with("training.epochs", "many"));
        assertEquals(refusal.sentence(), epochs.error().get());
        assertFalse(model.valid().get());
        assertTrue(model.configuration().get().isEmpty());
        epochs.textProperty().set("3");
        assertTrue(model.valid().get());
        assertEquals(3, model.configuration().get().orElseThrow().training().epochs());
    }

    @Test
    void aPresetLeavesWhatBelongsToTheSession() {
        model.setting("data.neuron_types").textProperty().set("7=E");
        model.setting("training.epochs").textProperty().set("3");
        Preset other = model.presets().stream()
                .filter(preset -> !preset.equals(model.presetProperty().get()))
                .findFirst()
                .orElseThrow();
        model.presetProperty().set(other);
        assertEquals(Map.of("data.neuron_types", "7=E"), model.changedSettings());
        model.reset();
        assertEquals(0, model.changes().get());
    }

    @Test
    void countsWhatDiffersFromThePresetByValueNotByText() {
        model.setting("training.epochs").textProperty().set("3");
        model.setting("network.ei_ratio").textProperty().set("4.0");
        assertEquals(1, model.changes().get());
        assertEquals(Map.of("training.epochs", "3"), model.changedSettings());
        model.reset();
        assertEquals(0, model.changes().get());
    }

    @Test
    void anotherPresetIsANewBeginning() {
        model.setting("training.epochs").textProperty().set("3");
        Preset laboratory = Preset.named("laboratory-0.3614");
        model.presetProperty().set(laboratory);
        assertEquals(0, model.changes().get());
        assertEquals(laboratory.configuration(), model.configuration().get().orElseThrow());
    }

    @Test
    void aSettingWithoutEffectIsWarnedAbout() {
        assertEquals(0, model.warnings().get().size());
        model.setting("network.tau.max").textProperty().set("300");
        assertEquals("no-effect", model.warnings().get().getFirst().code());
    }

    @Test
    void theSeedIsChecked() {
        model.seedProperty().set("-1");
        assertFalse(model.valid().get());
        model.seedProperty().set("x");
        assertTrue(model.seedError().get().contains("whole number"));
        model.seedProperty().set("7");
        assertEquals(7, model.seedValue());
        assertTrue(model.valid().get());
    }

    @Test
    void settingsAreFoundByWordsOfLabelKeyOrHelp() {
        SettingViewModel tau = model.setting("network.tau.initial_e");
        assertTrue(tau.matches("TAU initial"));
        assertTrue(tau.matches(""));
        assertFalse(tau.matches("tau sinkhorn"));
    }

    @Test
    void aSplitFileTakesThePlaceOfTheChoiceAndIsCheckedAgainstTheSession(@TempDir Path folder) throws IOException {
        Session session = SyntheticSession.of(new SyntheticSettings(4, 2, 12, 20, 25, 0, 1));
        model.sessionProperty().set(Optional.of(session));
        Path file = folder.resolve("split.json");
        Files.writeString(file, "{\"train\": [0, 1, 2], \"validation\": [3, 4], \"test\": [5]}");
        model.splitFileProperty().set(Optional.of(file));
        assertEquals("", model.splitError().get());
        assertEquals(file.toString(), model.splitOrigin());
        assertArrayEquals(
                new int[] {3, 4},
                model.splitting().apply(session, Configuration.defaults()).validation());
        model.setting("data.folds").textProperty().set("3");
        assertTrue(model.warnings().get().toString().contains("data.folds has no effect: the split is given"));
        Files.writeString(file, "{\"train\": [0, 1, 99], \"validation\": [3, 4]}");
        model.splitFileProperty().set(Optional.empty());
        assertEquals("stratified", model.splitOrigin());
        model.splitFileProperty().set(Optional.of(file));
        assertTrue(
                model.splitError().get().contains("trial 99"),
                model.splitError().get());
        assertFalse(model.valid().get());
    }

    @Test
    void settingsThatContradictEachOtherAreMarkedAndHoldTheFitBack() {
        model.setting("network.tau.learned").textProperty().set("unit");
        assertEquals("", model.reason().get());
        model.setting("network.tau.min").textProperty().set("10");
        model.setting("network.tau.max").textProperty().set("5");
        model.setting("network.tau.initial_e").textProperty().set("30");
        assertFalse(model.valid().get());
        String sentence = model.reason().get();
        assertEquals(
                "network.tau.min is 10.0 ms and network.tau.max 5.0 ms: the lower bound must be below the upper one.",
                sentence);
        assertEquals(
                sentence, model.setting("network.tau.min").conflictProperty().get());
        assertEquals(
                sentence, model.setting("network.tau.max").conflictProperty().get());
        assertEquals(
                "", model.setting("network.tau.initial_e").conflictProperty().get());
        assertEquals(sentence, model.warnings().get().getFirst().text());
        model.setting("network.tau.max").textProperty().set("20");
        assertTrue(
                model.setting("network.tau.initial_e").conflictProperty().get().contains("is 30.0 ms"));
        assertFalse(model.valid().get());
        model.setting("network.tau.max").textProperty().set("500");
        assertTrue(model.valid().get());
        assertEquals(
                "", model.setting("network.tau.initial_e").conflictProperty().get());
    }

    @Test
    void sharesFoldsAndHeadsAreCheckedTogether() {
        contradict("data.validation_share", "0.5", "data.test_share", "0.5", "data.test_share add up to 1.0");
        contradict("data.folds", "3", "data.fold", "4", "data.fold is 4 of data.folds 3");
        contradict("network.leak", "euler", "network.tau.initial_i", "5", "network.leak euler is unstable");
        model.setting("network.embedding.kind").textProperty().set("attention");
        contradict("network.embedding.dimension", "7", "network.embedding.heads", "2", "is not a multiple of");
    }

    private void contradict(String one, String first, String other, String second, String sentence) {
        model.setting(one).textProperty().set(first);
        model.setting(other).textProperty().set(second);
        assertTrue(model.reason().get().contains(sentence), model.reason().get());
        assertFalse(model.setting(one).conflictProperty().get().isEmpty(), one);
        model.setting(one).reset();
        model.setting(other).reset();
        assertEquals("", model.reason().get());
    }

    @Test
    void aSeedThatIsLegalAgainAsksTheFitAgain() {
        List<Throwable> failed = new ArrayList<>();
        List<Runnable> waiting = new ArrayList<>();
        new FormFitCheck(model, waiting::add, Runnable::run, failed::add);
        model.sessionProperty().set(Optional.of(SyntheticSession.of(new SyntheticSettings(4, 2, 60, 20, 25, 0, 1))));
        model.setting("loss.neuron.kind").textProperty().set("correlation");
        model.setting("loss.neuron.minimum_trials").textProperty().set("1000");
        runAll(waiting);
        String refusal = model.reason().get();
        assertTrue(refusal.contains("loss.neuron.minimum_trials"), refusal);
        model.seedProperty().set("many");
        runAll(waiting);
        assertFalse(model.reason().get().contains("loss.neuron.minimum_trials"));
        model.seedProperty().set("2");
        runAll(waiting);
        assertEquals(refusal, model.reason().get());
        assertEquals(List.of(), failed);
    }

    /** The very sentences with which the fit refuses. */
    @Test
    void whatTheFitOfTheSessionWouldRefuseIsFoundBeforeItIsStarted() {
        List<Throwable> failed = new ArrayList<>();
        List<Runnable> waiting = new ArrayList<>();
        new FormFitCheck(model, waiting::add, Runnable::run, failed::add);
        Session session = SyntheticSession.of(new SyntheticSettings(4, 2, 60, 20, 25, 0, 1));
        model.sessionProperty().set(Optional.of(session));
        runAll(waiting);
        assertEquals("", model.reason().get());
        Map<String, String> refused = Map.of(
                "data.areas", "nowhere",
                "network.recurrent.rank", "500",
                "loss.output.channels", "nowhere",
                "loss.neuron.minimum_trials", "1000",
                "loss.neuron.conditions", "nothing");
        model.setting("network.recurrent.kind").textProperty().set("low-rank-factors");
        model.setting("network.recurrent.rank").textProperty().set("2");
        model.setting("loss.output.weight").textProperty().set("0");
        refused.forEach((key, value) -> {
            if (key.startsWith("loss.output")) {
                model.setting("loss.output.weight").textProperty().set("1");
            }
            model.setting("loss.neuron.kind")
                    .textProperty()
                    .set(key.endsWith("conditions") ? "conditions" : "correlation");
            model.setting(key).textProperty().set(value);
            runAll(waiting);
            Configuration configuration = model.configuration().get().orElseThrow();
            InputError refusal = assertThrows(
                    InputError.class,
                    () -> new Trainer(
                            Fit.of(session, SplitChoice.STRATIFIED.split(session, configuration), configuration, 1),
                            new FusedEngine(1)),
                    key);
            assertEquals(refusal.sentence(), model.reason().get());
            assertEquals(
                    refusal.sentence().contains(key),
                    !model.setting(key).conflictProperty().get().isEmpty(),
                    key);
            model.setting(key).reset();
            model.setting("network.recurrent.rank").textProperty().set("2");
            model.setting("loss.output.weight").textProperty().set("0");
            model.setting("loss.neuron.kind").reset();
            runAll(waiting);
            assertEquals("", model.reason().get());
        });
        assertEquals(List.of(), failed);
    }

    private static void runAll(List<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }
}
