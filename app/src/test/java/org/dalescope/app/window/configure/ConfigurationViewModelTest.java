package org.dalescope.app.window.configure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.Preset;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
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
        epochs.text().set("many");
        Refusal refusal =
                assertThrows(Refusal.class, () -> Configuration.defaults().with("training.epochs", "many"));
        assertEquals(refusal.sentence(), epochs.error().get());
        assertFalse(model.valid().get());
        assertTrue(model.configuration().get().isEmpty());
        epochs.text().set("3");
        assertTrue(model.valid().get());
        assertEquals(3, model.configuration().get().orElseThrow().training().epochs());
    }

    @Test
    void countsWhatDiffersFromThePresetByValueNotByText() {
        model.setting("training.epochs").text().set("3");
        model.setting("network.ei_ratio").text().set("4.0");
        assertEquals(1, model.changes().get());
        assertEquals(Map.of("training.epochs", "3"), model.changedSettings());
        model.reset();
        assertEquals(0, model.changes().get());
    }

    @Test
    void anotherPresetIsANewBeginning() {
        model.setting("training.epochs").text().set("3");
        Preset laboratory = Preset.named("laboratory-0.3614");
        model.preset().set(laboratory);
        assertEquals(0, model.changes().get());
        assertEquals(laboratory.configuration(), model.configuration().get().orElseThrow());
    }

    @Test
    void aSettingWithoutEffectIsWarnedAbout() {
        assertEquals(0, model.warnings().get().size());
        model.setting("network.tau.max").text().set("300");
        assertEquals("no-effect", model.warnings().get().getFirst().code());
    }

    @Test
    void theSeedIsChecked() {
        model.seed().set("-1");
        assertFalse(model.valid().get());
        model.seed().set("x");
        assertTrue(model.seedError().get().contains("whole number"));
        model.seed().set("7");
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
        model.session().set(Optional.of(session));
        Path file = folder.resolve("split.json");
        Files.writeString(file, "{\"train\": [0, 1, 2], \"validation\": [3, 4], \"test\": [5]}");
        model.splitFile().set(Optional.of(file));
        assertEquals("", model.splitError().get());
        assertEquals(file.toString(), model.splitOrigin());
        assertArrayEquals(
                new int[] {3, 4},
                model.splitting().apply(session, Configuration.defaults()).validation());
        model.setting("data.folds").text().set("3");
        assertTrue(model.warnings().get().toString().contains("data.folds has no effect: the split is given"));
        Files.writeString(file, "{\"train\": [0, 1, 99], \"validation\": [3, 4]}");
        model.splitFile().set(Optional.empty());
        assertEquals("stratified", model.splitOrigin());
        model.splitFile().set(Optional.of(file));
        assertTrue(
                model.splitError().get().contains("trial 99"),
                model.splitError().get());
        assertFalse(model.valid().get());
    }
}
