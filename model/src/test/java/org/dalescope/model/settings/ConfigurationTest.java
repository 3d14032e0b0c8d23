package org.dalescope.model.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.settings.schema.NoEffectCondition;
import org.dalescope.model.settings.schema.SettingDescription;
import org.dalescope.model.settings.schema.SettingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    /** Settings with a value that has no effect. */
    private static final List<String> OWN_REASON = List.of("loss.balancing", "data.folds");

    @Test
    void everySettingHasLabelHelpAndALegalDefault() {
        for (SettingDescription setting : Configuration.schema().settings()) {
            assertFalse(setting.label().isBlank(), setting.key());
            assertTrue(setting.help().length() > 10, setting.key());
            assertFalse(setting.section().isBlank(), setting.key());
            assertEquals(setting.defaultText(), setting.format(setting.parse(setting.defaultText())), setting.key());
        }
    }

    /** A setting that takes words names parts of a session, or stands here with the reason why it does not. */
    @Test
    void settingsThatNamePartsOfASessionAreMarked() {
        // Delays are numbers of milliseconds.
        List<String> ofNoSession = List.of("network.embedding.delays");
        for (SettingDescription setting : Configuration.schema().settings()) {
            boolean isWords = setting.type() instanceof SettingType.Words;
            assertEquals(isWords && !ofNoSession.contains(setting.key()), setting.ofSession(), setting.key());
        }
        assertEquals(
                List.of(
                        "data.split_factors",
                        "data.exclude_neurons",
                        "data.exclude_trials",
                        "data.exclude_channels",
                        "data.neuron_types",
                        "data.areas",
                        "data.fitted_types",
                        "data.factor_channels",
                        "data.perturbed.factor",
                        "data.perturbed.levels",
                        "data.perturbed.units",
                        "data.perturbed.window",
                        "network.inputs.rules",
                        "network.inputs.field_factor",
                        "network.inputs.field_events",
                        "network.inputs.fields",
                        "loss.neuron.conditions",
                        "loss.output.channels"),
                Configuration.schema().settings().stream()
                        .filter(SettingDescription::ofSession)
                        .map(SettingDescription::key)
                        .toList());
    }

    @Test
    void theContractsKeysAreThere() {
        for (String key : List.of(
                "training.epochs",
                "training.patience",
                "training.learning_rate",
                "network.tau.initial_e",
                "loss.trial.scale")) {
            assertEquals(key, Configuration.schema().setting(key).key());
        }
    }

    @Test
    void valuesOutOfBoundsAreRefusedWithKeyAndBounds() {
        String sentence = refusal("network.tau.initial_e", "0");
        assertEquals("Setting network.tau.initial_e cannot be '0': it takes a number from 1 to 1000 ms.", sentence);
        assertTrue(refusal("training.learning_rate", "0").contains("above 0"));
        assertTrue(refusal("training.epochs", "2.5").contains("a whole number"));
        assertTrue(refusal("training.epochs", "NaN").contains("cannot be 'NaN'"));
        assertTrue(refusal("loss.l2", "NaN").contains("cannot be"));
        assertTrue(refusal("network.dale", "maybe").contains("on or off"));
        assertTrue(refusal("network.leak", "rk4").contains("one of exact, euler"));
        assertTrue(refusal("training.epoch", "5").contains("'training.epochs'"), "names the nearest key");
    }

    @Test
    void jsonHoldsEverySettingAndComesBackTheSame(@TempDir Path folder) throws IOException {
        Configuration changed = Configuration.defaults()
                .with("training.epochs", "7")
                .with("network.tau.learned", "unit")
                .with("loss.trial.enabled", "off")
                .with("loss.l2", "0.0123");
        Path file = folder.resolve("config.json");
        Files.writeString(file, ConfigurationJson.write(changed).toPrettyString());
        assertEquals(changed, ConfigurationJson.read(file, Configuration.defaults()));
        assertEquals(
                "unit",
                ConfigurationJson.write(changed).at("/network/tau/learned").asString());
        assertEquals(7, ConfigurationJson.write(changed).at("/training/epochs").asInt());
    }

    @Test
    void badConfigurationFilesAreRefusedWithTheFileAndTheKey(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, "{\"training\": {\"epochs\": -3}}");
        String sentence = assertThrows(InputError.class, () -> ConfigurationJson.read(file, Configuration.defaults()))
                .sentence();
        assertTrue(sentence.contains("config.json") && sentence.contains("training.epochs"), sentence);
        Files.writeString(file, "{\"training\": ");
        assertThrows(InputError.class, () -> ConfigurationJson.read(file, Configuration.defaults()));
        Files.writeString(file, "[1]");
        assertThrows(InputError.class, () -> ConfigurationJson.read(file, Configuration.defaults()));
        Files.writeString(file, "{\"training\": {\"epochs\": [1]}}");
        assertThrows(InputError.class, () -> ConfigurationJson.read(file, Configuration.defaults()));
        assertThrows(
                StorageError.class, () -> ConfigurationJson.read(folder.resolve("none"), Configuration.defaults()));
    }

    @Test
    void presetsOpenAndTheDefaultPresetIsTheDefaults() {
        assertEquals(Configuration.defaults(), Preset.named("default").configuration());
        assertEquals(
                LeakIntegration.EULER,
                Preset.named("compatibility").configuration().network().leak());
        assertFalse(Preset.named("compatibility").configuration().network().gain());
        assertEquals(
                500,
                Preset.named("laboratory-0.3614").configuration().training().epochs());
        assertTrue(assertThrows(InputError.class, () -> Preset.named("x"))
                .sentence()
                .contains("default"));
        Preset.shipped().forEach(preset -> assertFalse(preset.help().isBlank(), preset.name()));
        Preset.shipped()
                .forEach(preset -> assertEquals(
                        List.of(),
                        ConfigurationCheck.of(preset.configuration(), 25),
                        preset.name() + " holds dead settings"));
    }

    @Test
    void settingsWithoutEffectAndCollapsedKernelsAreReported() {
        Configuration dead = Configuration.defaults()
                .with("loss.trial.enabled", "off")
                .with("loss.trial.scale", "2")
                .with("network.tau.max", "300")
                .with("training.schedule", "cosine")
                .with("training.plateau_patience", "9");
        List<String> texts =
                ConfigurationCheck.of(dead, 25).stream().map(Finding::text).toList();
        assertEquals(
                List.of(
                        "Setting network.tau.max has no effect: network.tau.learned is fixed.",
                        "Setting loss.trial.scale has no effect: loss.trial.enabled is off.",
                        "Setting training.plateau_patience has no effect: training.schedule is not plateau."),
                texts);
        Configuration embedding = Configuration.defaults()
                .with("network.embedding.dimension", "8")
                .with("network.embedding.heads", "2");
        assertEquals(2, ConfigurationCheck.of(embedding, 25).size());
        assertEquals(
                1,
                ConfigurationCheck.of(embedding.with("network.embedding.kind", "linear-relu"), 25)
                        .size());
        assertEquals(List.of(), ConfigurationCheck.of(embedding.with("network.embedding.kind", "attention"), 25));
        Configuration readOut = Configuration.defaults().with("loss.output.channels", "eye_x");
        assertEquals(
                List.of("Setting loss.output.channels has no effect: loss.output.weight is 0."),
                ConfigurationCheck.of(readOut, 25).stream().map(Finding::text).toList());
        assertEquals(List.of(), ConfigurationCheck.of(readOut.with("loss.output.weight", "0.1"), 25));
        // The predecessor's 8 ms kernel at bins of 25 ms.
        List<Finding> kernel =
                ConfigurationCheck.of(Configuration.defaults().with("loss.neuron.smoothing_ms", "8"), 25);
        assertEquals("collapsed-kernel", kernel.getFirst().code());
        assertEquals(List.of(), ConfigurationCheck.of(Configuration.defaults(), 25));
    }

    /** A setting is its own reason only where that is meant, and every condition names settings that exist. */
    @Test
    void conditionsWithoutEffectNameOtherSettings() {
        List<String> withConditions = Configuration.schema().settings().stream()
                .filter(setting -> !setting.noEffect().isEmpty())
                .map(SettingDescription::key)
                .toList();
        assertTrue(withConditions.size() > 30, withConditions.toString());
        for (SettingDescription setting : Configuration.schema().settings()) {
            for (NoEffectCondition condition : setting.noEffect()) {
                for (NoEffectCondition.Term term : condition.terms()) {
                    Configuration.schema().setting(term.key()).parse(term.value());
                    assertTrue(!term.key().equals(setting.key()) || OWN_REASON.contains(setting.key()), setting.key());
                }
            }
        }
    }

    private static String refusal(String key, String value) {
        return assertThrows(InputError.class, () -> Configuration.defaults().with(key, value))
                .sentence();
    }
}
