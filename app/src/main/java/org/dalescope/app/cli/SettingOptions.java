package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.settings.Preset;
import picocli.CommandLine.Option;

/** The command-line options for a configuration: a preset, a file and single settings. */
final class SettingOptions {
    private static final String DEFAULT = "default";

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Name of the preset to start from (default: default).")
    private Optional<String> preset = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE.json",
            description = "File with the settings that differ from the preset.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    String preset() {
        return preset.orElse(DEFAULT);
    }

    boolean areGiven() {
        return preset.isPresent() || config.isPresent() || !settings.isEmpty();
    }

    boolean set(String key) {
        return settings.containsKey(key);
    }

    Configuration configuration() {
        Configuration configuration = Preset.named(preset()).configuration();
        if (config.isPresent()) {
            configuration = ConfigurationJson.read(config.get(), configuration);
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            configuration = configuration.with(setting.getKey(), setting.getValue());
        }
        return configuration;
    }
}
