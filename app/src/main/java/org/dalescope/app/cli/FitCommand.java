package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.benchmark.JitWarmUp;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.settings.schema.SettingDescription;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.SeedList;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope fit} command, which fits a network to a session. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description =
                "Fits a network to a session and writes a run folder. Ctrl-C saves the fit; --resume continues it with"
                        + " bit-identical results.")
final class FitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SESSION",
            description = "The session file; with --resume, only needed if the file was moved.")
    private Optional<Path> session = Optional.empty();

    @Option(names = "--out", paramLabel = "RUN", description = "Folder to create for the run.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "RUN", description = "Continue a stopped run.")
    private Optional<Path> resume = Optional.empty();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--split",
            paramLabel = "reference|FILE.json",
            description =
                    "The reference split, or a file with trial numbers (default: the split from data.split and related"
                            + " settings).")
    private Optional<String> split = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "N|LIST",
            description = "Fit the seeds 1 to N, or those of a list such as 3,7,42, several at the same time, into the"
                    + " folders of --out. The same command continues them.")
    private Optional<String> seeds = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Short for --set training.epochs=N.")
    private Optional<String> epochs = Optional.empty();

    @Option(names = "--help-settings", description = "List every setting with unit, bounds, default and help.")
    private boolean helpSettings;

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (helpSettings) {
            SettingsHelp.print(console.out());
            return CommandLineProgram.DONE;
        }
        if (seeds.isPresent() && (resume.isPresent() || seed.isPresent())) {
            throw usage("--seeds starts fits with several seeds: remove --resume and --seed.");
        }
        try (JitWarmUp warmUp = JitWarmUp.begin()) {
            return resume.isPresent() ? resume(resume.get(), warmUp, console) : start(warmUp, console);
        }
    }

    private int start(JitWarmUp warmUp, Console console) {
        Path file = session.orElseThrow(() -> usage("Give a session file to fit, or --resume RUN."));
        if (out.filter(path -> path.toString().isBlank()).isPresent()) {
            throw usage("--out RUN is empty: give the folder to create for the run.");
        }
        if (seeds.isPresent()) {
            return startSeeds(file, warmUp, console);
        }
        Path folder = RunFolder.fresh(out.orElseThrow(() -> usage("Give --out RUN, the folder to create for the run.")))
                .folder();
        Configuration configuration = configuration();
        Session opened = mapping.open(file);
        long number = seed.orElse(1L);
        Split chosen = split(opened, configuration);
        FitRequest request = new FitRequest(
                opened, chosen, configuration, number, settings.preset(), folder, TypedCommand.text(spec));
        return TerminalFit.start(request, engineOptions.source(), warmUp, console);
    }

    /** A suite of the base alone. */
    private int startSeeds(Path file, JitWarmUp warmUp, Console console) {
        Path folder = out.orElseThrow(() -> usage("Give --out DIR, the folder of the fits."));
        Configuration configuration = configuration();
        Arm base = new Arm(Arm.BASE, "", "", settings.preset(), configuration);
        SuitePlan plan = new SuitePlan(
                "seeds",
                "The same fit with several seeds.",
                List.of(base),
                SeedList.of(seeds.orElseThrow()),
                List.of(),
                split.orElse(""),
                List.of());
        SuiteSession opened = SuiteSession.of(mapping.open(file), plan.split(), configuration);
        int threads = engineOptions.request().threads();
        int atOnce = Math.min(threads, plan.seeds().size());
        EngineOptions each = engineOptions.withThreads(Math.max(1, threads / atOnce));
        SuiteRequest request = new SuiteRequest(plan, List.of(opened), folder, atOnce, TypedCommand.text(spec));
        warmUp.close();
        return TerminalSuite.run(request, each.source(), new SuiteLauncher.Here(), false, console);
    }

    private int resume(Path run, JitWarmUp warmUp, Console console) {
        boolean more = out.isPresent() || settings.areGiven() || mapping.isGiven();
        if (more || split.isPresent() || seed.isPresent() || epochs.isPresent()) {
            throw usage("--resume RUN uses the run's own settings, mapping, split and seed: remove these options.");
        }
        return TerminalFit.resume(RunFolder.existing(run), session, engineOptions.request(), warmUp, console);
    }

    private Configuration configuration() {
        if (epochs.isPresent() && settings.set("training.epochs")) {
            throw usage("--epochs and --set training.epochs are the same setting: give only one of them.");
        }
        Configuration configuration = settings.configuration();
        return epochs.isPresent() ? configuration.with("training.epochs", epochs.get()) : configuration;
    }

    private Split split(Session opened, Configuration configuration) {
        if (split.isEmpty()) {
            return Fit.defaultSplit(opened, configuration);
        }
        return split.get().equals("reference")
                ? Splits.reference(opened)
                : SplitFile.read(Path.of(split.get()), opened);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Prints the help for all settings. */
    private static final class SettingsHelp {
        private SettingsHelp() {}

        static void print(java.io.PrintWriter out) {
            for (SettingDescription setting : Configuration.schema().settings()) {
                out.println(setting.key() + " = " + setting.defaultText()
                        + (setting.unit().isEmpty() ? "" : " " + setting.unit()) + "   (" + setting.legal() + ")");
                out.println("    " + setting.label() + ". " + setting.help());
            }
            out.println();
            Preset.shipped().forEach(p -> out.println("preset " + p.name() + ": " + p.help()));
        }
    }
}
