package org.dalescope.model.run.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

class RunTitleTest {
    private static String title(Map<String, String> changes) {
        Configuration preset = Preset.named("default").configuration();
        return RunTitle.of(Configuration.schema().with(preset, changes), "default", 3);
    }

    @Test
    void aRunIsNamedByWhatDiffersFromItsPreset() {
        assertEquals("default, seed 3", title(Map.of()));
        assertEquals("default, epochs 600, seed 3", title(Map.of("training.epochs", "600")));
        assertEquals("default, learned unit, seed 3", title(Map.of("network.tau.learned", "unit")));
    }

    @Test
    void aPresetOfTheUsersOwnIsNamedAlone() {
        assertEquals("mine, seed 1", RunTitle.of(Configuration.defaults(), "mine", 1));
    }

    @Test
    void aTitleFromTextsNamesOnlySettingsThatTheRunHas() {
        Map<String, String> preset = Map.of("training.epochs", "150", "loss.l2", "0.5");
        Map<String, String> run = Map.of("training.epochs", "600");
        assertEquals("default, epochs 600, seed 3", RunTitle.of(run, "default", Optional.of(preset), 3));
    }

    @Test
    void manyChangesAreCounted() {
        String title = title(Map.of(
                "training.epochs", "600",
                "training.patience", "123",
                "training.learning_rate", "0.00123",
                "network.input_noise_sd", "0.123",
                "loss.l2", "0.123"));
        assertEquals("2 more changes", title.split(", ", -1)[4]);
    }
}
