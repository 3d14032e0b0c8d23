package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.app.report.SessionReport;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.format.SuggestedMapping;
import org.dalescope.model.session.quality.QualityReport;
import org.dalescope.model.settings.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope inspect} command, which shows the contents of a session file and its warnings. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows the contents of a session file and all warnings.")
final class InspectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "SESSION", description = "The session file.")
    private Path file = Path.of(".");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--mask-origin",
            paramLabel = "ORIGIN",
            defaultValue = "array-start",
            description = "Point from which the trial durations count: array-start or time-zero (default:"
                    + " ${DEFAULT-VALUE}).")
    private String maskOrigin = "array-start";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A data setting, such as data.exclude_neurons=7; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--report",
            arity = "0..1",
            paramLabel = "FILE.html",
            fallbackValue = "",
            description = "Write a report with figures (default: the session's name with .html).")
    private Optional<String> report = Optional.empty();

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Option(
            names = "--save-mapping",
            paramLabel = "FILE.json",
            description = "Write the meaning of the file's variables to a file that you can edit and use with"
                    + " --mapping.")
    private Optional<Path> saveMapping = Optional.empty();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Configuration configuration = configuration();
        Session whole = opened(console);
        saveMapping.ifPresent(target -> save(whole, target, console));
        Curation.Result curated = configuration.data().curation().of(whole);
        PerturbedTrials perturbed = configuration.data().perturbedTrials();
        String leftOut = curated.leftOut()
                .withPerturbed(unused(perturbed, curated.session()))
                .words();
        SessionScreening preflight =
                SessionScreening.of(curated.session(), configuration.data().maskOrigin());
        report.ifPresent(name -> {
            Path page = Path.of(name.isEmpty() ? whole.name() + ".html" : name);
            SessionReport.write(page, preflight, configuration, leftOut);
            console.err().println("Wrote " + page.toAbsolutePath());
        });
        if (json) {
            console.json(InspectJson.of(preflight));
        } else {
            print(preflight, leftOut, console);
        }
        return CommandLineProgram.DONE;
    }

    /** The number of perturbed trials that a fit would leave out; checks their settings. */
    private static int unused(PerturbedTrials perturbed, Session session) {
        if (perturbed.isEmpty()) {
            return 0;
        }
        perturbed.check(session);
        boolean[] in = perturbed.in(session);
        return perturbed.learned()
                ? 0
                : (int) IntStream.range(0, in.length).filter(trial -> in[trial]).count();
    }

    private Configuration configuration() {
        Configuration configuration = Configuration.defaults().with("data.mask_origin", maskOrigin);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String key = setting.getKey();
            Configuration changed = configuration.with(key, setting.getValue());
            if (!key.startsWith("data.")) {
                throw new InputError("Setting " + key + " does not affect a session: give only data.* settings.");
            }
            configuration = changed;
        }
        return configuration;
    }

    /**
     * Opens the session. If it cannot be opened, the guessed mapping may still be written, so that the user can correct
     * it.
     */
    private Session opened(Console console) {
        try {
            return mapping.open(file);
        } catch (InputError refusal) {
            if (saveMapping.isPresent() && !mapping.isGiven()) {
                saveGuess(refusal, saveMapping.get(), console);
            }
            throw refusal;
        }
    }

    private void saveGuess(InputError refused, Path target, Console console) {
        Optional<Mapping> guess;
        try {
            guess = SuggestedMapping.of(refused).map(SuggestedMapping::mapping).or(() -> SessionFiles.contents(file)
                    .map(FileContents::known));
        } catch (UserError unreadable) {
            return;
        }
        guess.ifPresent(known -> {
            MappingJson.write(known, target);
            console.err().println("Wrote the guessed mapping to " + target + ": edit it, and use it with --mapping.");
        });
    }

    private static void save(Session session, Path target, Console console) {
        Mapping understood = session.source()
                .mapping()
                .orElseThrow(() -> new InputError(session.source().file() + " describes its own contents ("
                        + session.source().format() + "): it does not need a mapping."));
        MappingJson.write(understood, target);
        console.err().println("Wrote " + target + ": edit it, and use it with --mapping.");
    }

    private static void print(SessionScreening preflight, String leftOut, Console console) {
        Session session = preflight.session();
        QualityReport report = preflight.quality();
        var out = console.out();
        out.println(session.name() + "   (" + session.source().format() + ")");
        out.printf(
                "  neurons   %d: %d excitatory, %d inhibitory, %d of unknown type%n",
                session.neurons().size(),
                session.count(NeuronType.EXCITATORY),
                session.count(NeuronType.INHIBITORY),
                session.count(NeuronType.UNKNOWN));
        String areas = session.areaWords();
        if (!areas.isEmpty()) {
            out.println("  areas     " + areas);
        }
        out.printf("  trials    %d, of which %d usable%n", session.trials(), report.usableTrials());
        out.printf(
                Locale.ROOT,
                "  bins      %d of %s ms, from %s ms relative to %s%n",
                session.bins(),
                session.time().binMs(),
                session.time().startMs(),
                session.time().event());
        out.printf(Locale.ROOT, "  rates     mean %.2f sp/s, %d spikes%n", report.meanRate(), report.spikes());
        out.println(
                "  channels  " + session.channels().stream().map(Channel::name).collect(Collectors.joining(", ")));
        for (Map.Entry<String, Map<String, Integer>> factor :
                QualityReport.factorCounts(session).entrySet()) {
            out.println("  factor    " + factor.getKey() + ": "
                    + factor.getValue().entrySet().stream()
                            .map(e -> e.getKey() + " x " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
        preflight.neurons().forEach(check -> out.println(line(check)));
        out.printf(
                Locale.ROOT,
                "  ceiling   mean %.2f over %d halvings; a mean of %.1f needs %.0f trials%n",
                preflight.meanCeiling(),
                preflight.halvings(),
                SessionScreening.WANTED_CEILING,
                preflight.trialsFor(SessionScreening.WANTED_CEILING));
        if (!leftOut.isEmpty()) {
            out.println("  left out  " + leftOut);
        }
        for (Finding finding : preflight.findings()) {
            out.println(TerminalFit.line(finding));
            finding.remedy()
                    .ifPresent(remedy -> out.println("         " + remedy.label() + ": " + remedy.commandLine("")));
        }
        out.flush();
    }

    private static String line(NeuronCheck check) {
        return String.format(
                Locale.ROOT,
                "  neuron    %d %s %.2f sp/s, drift %+.0f %% (rho %.2f), ceiling %.2f",
                check.neuron().id(),
                check.neuron().type().letter(),
                check.rate(),
                100 * check.drift().change(),
                check.drift().rho(),
                check.overall().ceiling());
    }
}
