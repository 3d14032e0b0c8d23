package org.dalescope.app.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.session.synthetic.SyntheticTruth;
import org.dalescope.model.settings.ConfigurationCheck;
import org.dalescope.model.settings.schema.SettingDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code dalescope synth} command, with an option for every setting of {@link SyntheticSettings}. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a synthetic session from a known E-I network and also writes the network (FILE.truth.npz)."
                + " Without options, it makes the shipped demo session.")
final class SynthCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("session.dalescope");

    @Option(
            names = "--demo",
            description = "Write the shipped demo session and its true network; only --out may be given with it.")
    private boolean demo;

    /** Adds an option for every setting to the command. The command must not have been used yet. */
    static void addSettings(CommandSpec command) {
        for (SettingDescription setting : SyntheticSettings.schema().settings()) {
            command.addOption(OptionSpec.builder(option(setting))
                    .paramLabel(
                            setting.unit().isEmpty() ? "VALUE" : setting.unit().toUpperCase(Locale.ROOT))
                    .type(String.class)
                    .description(setting.label() + " (" + setting.defaultText() + "; " + setting.legal() + "). "
                            + setting.help().replace("%", "%%"))
                    .build());
        }
    }

    @Override
    public Integer call() {
        SyntheticSettings settings = settings();
        Path truth = SyntheticTruth.beside(out);
        for (Path file : List.of(out, truth)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputError(file + " exists: choose another --out.");
            }
        }
        SyntheticTruth made = SyntheticTruth.of(settings);
        if (demo) {
            DemoSession.write(out);
        } else {
            SessionArchive.write(SyntheticSession.of(settings), out);
        }
        made.write(truth);
        Console.of(spec)
                .err()
                .println("Wrote " + out + ": " + settings.trials() + " trials x " + settings.bins() + " bins x "
                        + (settings.excitatory() + settings.inhibitory()) + " neurons, seed " + settings.seed()
                        + "; the true network is in " + truth + ".");
        return CommandLineProgram.DONE;
    }

    private SyntheticSettings settings() {
        Map<String, Object> values = SyntheticSettings.schema().values(SyntheticSettings.demo());
        Map<String, Object> given = new LinkedHashMap<>();
        for (SettingDescription setting : SyntheticSettings.schema().settings()) {
            ParseResult parsed = spec.commandLine().getParseResult();
            if (parsed.hasMatchedOption(option(setting))) {
                given.put(setting.key(), setting.parse(parsed.matchedOptionValue(option(setting), "")));
            }
        }
        if (demo && !given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--demo writes the shipped session unchanged: remove the other options.");
        }
        values.putAll(given);
        SyntheticSettings settings = SyntheticSettings.schema().record(values);
        Map<String, String> texts = SyntheticSettings.schema().texts(settings);
        for (String key : given.keySet()) {
            ConfigurationCheck.whyNoEffect(SyntheticSettings.schema().setting(key), texts, false)
                    .ifPresent(why -> {
                        throw new InputError(option(SyntheticSettings.schema().setting(key)) + " has no effect: " + why
                                + ". Leave it out.");
                    });
        }
        return settings;
    }

    private static String option(SettingDescription setting) {
        return "--" + setting.key().replace('_', '-');
    }
}
