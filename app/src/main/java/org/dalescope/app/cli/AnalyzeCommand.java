package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.PooledStatistics;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.selectivity.SelectivityWindow;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.FolderName;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code dalescope analyze} command, which analyses fitted networks. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description =
                "Analyses the fitted networks of one or more runs. Several runs of a session must have the same split;"
                        + " they count as its seeds. Runs of several sessions are analysed session by session, and then"
                        + " together with the session as the unit.")
final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> runs = List.of();

    @Option(
            names = "--only",
            paramLabel = "NAME,...",
            split = ",",
            description = "Names of the analyses to run (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--window",
            paramLabel = "A:B",
            description =
                    "Window of the selectivity analyses; may be repeated. Either in ms, such as 100:400 (ends may be"
                            + " left open), or as a share of each trial, such as 0%%:33%% (default: the whole trial"
                            + " and its thirds).")
    private List<String> windows = List.of();

    @Option(names = "--list", description = "List the analyses.")
    private boolean list;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results (JSON and CSV).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (list) {
            for (AnalysisKind kind : AnalysisKind.values()) {
                console.out().println(kind.key() + ": " + kind.help());
            }
            console.out().flush();
            return CommandLineProgram.DONE;
        }
        List<AnalysisKind> kinds = kinds();
        List<SelectivityWindow> chosen = windows(kinds, console);
        Map<String, List<Path>> bySession = bySession();
        if (bySession.size() < 2) {
            print(analysed(runs, out, kinds, chosen, console), console);
            return CommandLineProgram.DONE;
        }
        overSessions(bySession, kinds, chosen, console);
        return CommandLineProgram.DONE;
    }

    /** The runs of every session, by the session's name. */
    private Map<String, List<Path>> bySession() {
        Map<String, String> hashes = new LinkedHashMap<>();
        Map<String, List<Path>> bySession = new LinkedHashMap<>();
        for (Path run : runs) {
            RunDescription description = RunDescription.read(RunFolder.existing(run.normalize()));
            String name = FolderName.of(description.sessionName());
            // A session is its content: a copy under another name is the same session.
            String known = hashes.putIfAbsent(description.sessionSha256(), name);
            if (known == null && bySession.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                throw new InputError("Two sessions are named '" + name
                        + "' but their files differ: rename one of the files and fit again.");
            }
            bySession
                    .computeIfAbsent(known == null ? name : known, _ -> new ArrayList<>())
                    .add(run);
        }
        return bySession;
    }

    /** Analyses every session by itself, then its statistics with the session as the unit. */
    private void overSessions(
            Map<String, List<Path>> bySession,
            List<AnalysisKind> kinds,
            List<SelectivityWindow> chosen,
            Console console) {
        Map<String, Map<String, AnalysisResult>> byAnalysis = new LinkedHashMap<>();
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        bySession.forEach((session, own) -> {
            List<AnalysisResult> results =
                    analysed(own, out.map(folder -> folder.resolve(session)), kinds, chosen, console);
            results.forEach(result -> byAnalysis
                    .computeIfAbsent(result.name(), _ -> new LinkedHashMap<>())
                    .put(session, result));
            if (json) {
                ArrayNode array = root.putArray(session);
                results.forEach(result -> array.add(AnalysisFiles.json(result)));
            } else {
                console.out().println("Session " + session);
                print(results, console);
            }
        });
        ObjectNode pooled = root.putObject("over_sessions");
        byAnalysis.forEach((name, results) -> {
            PooledStatistics statistics = PooledStatistics.of(results);
            Table table = statistics.table();
            out.ifPresent(folder -> AtomicFile.write(folder.resolve(table.name() + ".csv"), AnalysisFiles.csv(table)));
            pooled.set(name, AnalysisFiles.json(table));
            if (!json) {
                printPooled(statistics, console);
            }
        });
        if (json) {
            console.json(root);
        }
        console.out().flush();
    }

    private static void printPooled(PooledStatistics statistics, Console console) {
        if (!statistics.rows().isEmpty()) {
            console.out().println("Over sessions: " + statistics.analysis());
        }
        for (PooledStatistics.Row row : statistics.rows()) {
            double p = row.test().p();
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "  %-28s %.4g [%.3g, %.3g] 95 %% over %d sessions%s",
                            row.name(),
                            row.mean().mean(),
                            row.mean().low(),
                            row.mean().high(),
                            row.mean().sessions(),
                            Double.isNaN(p) ? "" : String.format(Locale.ROOT, ", p %.3g (Stouffer)", p)));
        }
    }

    private List<AnalysisResult> analysed(
            List<Path> some,
            Optional<Path> folder,
            List<AnalysisKind> kinds,
            List<SelectivityWindow> chosen,
            Console console) {
        RunGroup fitted = RunGroup.open(some, options, TypedCommand.text(spec), console);
        FittedCircuit circuit = new FittedCircuit(fitted.members(), fitted.trialIds());
        try (RecurrentEngine engine = engineOptions.open(circuit.fit().workload(circuit.trialIds().length), console)) {
            List<AnalysisResult> results = new ArrayList<>();
            for (AnalysisKind kind : kinds) {
                if (only.isEmpty() && !kind.suits(circuit.fit().session())) {
                    console.err()
                            .println("Left out: '" + kind.key()
                                    + "', which needs the type of every neuron (data.neuron_types).");
                    continue;
                }
                AnalysisResult result = kind.of(circuit, chosen, engine, Progress.SILENT);
                folder.ifPresent(place -> AnalysisFiles.write(result, place));
                results.add(result);
            }
            return results;
        }
    }

    private List<SelectivityWindow> windows(List<AnalysisKind> kinds, Console console) {
        if (!windows.isEmpty() && kinds.stream().noneMatch(AnalysisKind::usesWindows)) {
            console.err().println("Warning: --window has no effect: none of these analyses uses windows.");
        }
        return windows.isEmpty()
                ? SelectivityWindow.standard()
                : windows.stream().distinct().map(SelectivityWindow::of).toList();
    }

    private List<AnalysisKind> kinds() {
        List<AnalysisKind> all = List.of(AnalysisKind.values());
        return only.isEmpty() ? all : only.stream().map(name -> kind(name, all)).toList();
    }

    private static AnalysisKind kind(String name, List<AnalysisKind> all) {
        return all.stream()
                .filter(kind -> kind.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no analysis '" + name + "'"
                        + NearestName.hint(
                                name, all.stream().map(AnalysisKind::key).toList()) + ". Choose from: "
                        + Arrays.stream(AnalysisKind.values())
                                .map(AnalysisKind::key)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private void print(List<AnalysisResult> results, Console console) {
        if (json) {
            ArrayNode root = JsonMapper.builder().build().createArrayNode();
            results.forEach(result -> root.add(AnalysisFiles.json(result)));
            console.json(root);
            return;
        }
        for (AnalysisResult result : results) {
            console.out().println(result.title());
            result.statistics().forEach(statistic -> console.out().println("  " + line(statistic)));
            result.notes().forEach(note -> console.out().println("  " + TerminalFit.line(note)));
        }
        out.ifPresent(folder -> console.out().println("Tables: " + folder));
        console.out().flush();
    }

    private static String line(Statistic s) {
        String interval = AnalysisText.interval(s.uncertainty());
        String chance = s.chance().what().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, ", p %.4g (%s)", s.chance().p(), s.chance().what());
        return String.format(
                Locale.ROOT, "%-28s %.4g %s%s%s   n: %s", s.name(), s.value(), s.unit(), interval, chance, s.n());
    }
}
