package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dalescope.app.about.LaunchedProgram;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SeedList;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.slurm.JobArrayScript;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope suite} command, which runs a suite of fits and compares its arms. */
@Command(
        name = "suite",
        mixinStandardHelpOptions = true,
        description =
                "Fits every arm of a plan with every seed, several fits at once, and compares the arms with the base."
                        + " After a stop, the same command continues the suite.")
final class SuiteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            description = "A plan file, or the name of a shipped plan (see --list).")
    private Optional<String> plan = Optional.empty();

    @Option(names = "--list", description = "List the shipped plans.")
    private boolean list;

    @Option(
            names = "--session",
            paramLabel = "SESSION",
            description = "A session file; may be repeated (default: the sessions of the plan).")
    private List<Path> sessions = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the suite, to create or to continue.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting for every arm; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--seeds",
            paramLabel = "N|LIST",
            description = "Seeds 1 to N, or a list such as 3,7,42 (default: the seeds of the plan).")
    private Optional<String> seeds = Optional.empty();

    @Option(
            names = "--factors",
            split = ",",
            paramLabel = "FACTOR",
            description = "The factors of the plan's question, separated by commas (default: those of the plan, or two"
                    + " that the sessions share).")
    private List<String> factors = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "stratified|reference|FILE.json",
            description = "The split of every session (default: the split of the plan, otherwise stratified by the"
                    + " session's factors).")
    private Optional<String> split = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Number of fits that run at the same time, 0 for one per core. The results do not depend on it.")
    private int parallel;

    @Option(
            names = "--launcher",
            paramLabel = "local|slurm",
            defaultValue = "local",
            description = "Where the fits run: on this machine, or as a SLURM job array. For slurm, run the command on"
                    + " the cluster's login node; --parallel then limits the tasks that run at once.")
    private String launcher = "local";

    @Option(
            names = "--slurm-script",
            paramLabel = "FILE",
            description = "The batch script of the job array (default: the one in the suite's folder, slurm/job.sh).")
    private Optional<Path> slurmScript = Optional.empty();

    @Option(names = "--slurm-template", description = "Print the shipped batch script, to edit for a cluster.")
    private boolean slurmTemplate;

    @Option(
            names = "--poll",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Time between two queries of the cluster's queue (default: ${DEFAULT-VALUE}).")
    private double poll;

    @Option(names = "--cancel", description = "Cancel the cluster tasks of the suite in --out.")
    private boolean cancel;

    @Option(names = "--json", description = "Print the comparison as one JSON document.")
    private boolean json;

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (list) {
            PlanReader.shipped().forEach(p -> console.out().println(p.name() + ": " + p.help()));
            return CommandLineProgram.DONE;
        }
        if (slurmTemplate) {
            console.out().print(JobArrayScript.shipped(LaunchedProgram.word()));
            console.out().flush();
            return CommandLineProgram.DONE;
        }
        Path folder = out.filter(path -> !path.toString().isBlank())
                .orElseThrow(() -> usage("Give --out DIR, the folder of the suite."));
        if (cancel) {
            return SuiteSubmission.cancel(folder, console);
        }
        boolean cluster = onCluster();
        SuitePlan chosen = plan();
        List<SuiteSession> opened = sessions(chosen).stream()
                .map(file -> opened(mapping.open(file), chosen))
                .toList();
        int cores = Runtime.getRuntime().availableProcessors();
        int atOnce = parallel == 0 ? cores : parallel;
        // Fits with one thread use the cores more efficiently than fits with several threads, so more fits run at once
        // instead.
        int threads = Math.max(1, cores / Math.max(1, atOnce));
        EngineOptions each = engineOptions.threads() == 0 ? engineOptions.withThreads(threads) : engineOptions;
        SuiteRequest request = new SuiteRequest(chosen, opened, folder, atOnce, commandLine());
        if (cluster) {
            slurmScript.ifPresent(file -> JobArrayScript.copy(file, new SuiteFolder(folder).jobScript()));
            return TerminalSuite.run(
                    request, each.onLoginNode(), SuiteSubmission.place(each.request(), parallel, poll), json, console);
        }
        return TerminalSuite.run(request, each.source(), new SuiteLauncher.Here(), json, console);
    }

    private boolean onCluster() {
        return switch (launcher) {
            case "local" -> {
                if (slurmScript.isPresent()) {
                    throw usage("--slurm-script needs --launcher slurm.");
                }
                yield false;
            }
            case "slurm" -> true;
            default -> throw usage("--launcher cannot be '" + launcher + "': use local or slurm.");
        };
    }

    private SuitePlan plan() {
        SuitePlan chosen = PlanReader.read(
                plan.orElseThrow(() -> usage("Give PLAN, a plan file or the name of a shipped plan (see --list).")));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            chosen = chosen.with(setting.getKey(), setting.getValue());
        }
        if (!factors.isEmpty()) {
            chosen = chosen.withFactors(factors.stream().map(String::strip).toList());
        }
        return seeds.isPresent() ? chosen.withSeeds(SeedList.of(seeds.get())) : chosen;
    }

    private List<Path> sessions(SuitePlan chosen) {
        if (!sessions.isEmpty()) {
            return sessions;
        }
        return chosen.sessions().stream().map(Path::of).toList();
    }

    private SuiteSession opened(Session session, SuitePlan chosen) {
        return SuiteSession.of(
                session, split.orElse(chosen.split()), chosen.base().configuration());
    }

    private String commandLine() {
        return "dalescope suite "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .skip(1)
                        .map(ShellQuoting::quoted)
                        .collect(Collectors.joining(" "));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
