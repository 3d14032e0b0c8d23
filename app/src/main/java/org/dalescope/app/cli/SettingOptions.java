package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.settings.Preset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A configuration from a preset, a file and single settings: what commands take that need one. */
final class SettingOptions {
    private static final String DEFAULT = "default";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--preset", paramLabel = "NAME", description = "Settings to start from (default: default).")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE.json", description = "Settings that differ from the preset.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; may be given again and again.")
    private List<String> settings = new ArrayList<>();

    String preset() {
        return preset.orElse(DEFAULT);
    }

    boolean areGiven() {
        return preset.isPresent() || config.isPresent() || !settings.isEmpty();
    }

    boolean set(String key) {
        return settings.stream().anyMatch(setting -> setting.startsWith(key + "="));
    }

    Configuration configuration() {
        Configuration configuration = Preset.named(preset()).configuration();
        if (config.isPresent()) {
            configuration = ConfigurationJson.read(config.get(), configuration);
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "--set takes KEY=VALUE, not '" + setting + "'.");
            }
            configuration = configuration.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return configuration;
    }
}
