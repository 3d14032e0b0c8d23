package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dalescope.app.report.JudgementReport;
import org.dalescope.app.report.PooledJudgementReport;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.FolderName;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.judge.Judge;
import org.dalescope.model.judge.JudgeListener;
import org.dalescope.model.judge.JudgeRequest;
import org.dalescope.model.judge.JudgedNetwork;
import org.dalescope.model.judge.Judgement;
import org.dalescope.model.judge.JudgementJson;
import org.dalescope.model.judge.PooledJudgement;
import org.dalescope.model.judge.PooledJudgementFiles;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.plan.SeedList;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitCheck;
import org.dalescope.model.training.FitControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope judge} command, which judges a configuration on sealed trials next to the simplest rivals. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description =
                "Judges a model on sealed trials: fits it to K folds, so that each trial is sealed once, and scores"
                        + " its predictions next to those of the simplest rivals. Ctrl-C stops it; the same command"
                        + " continues.")
final class JudgeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SESSION",
            description = "The session file. Several sessions are judged one after the other, and then together with"
                    + " the session as the unit.")
    private List<Path> sessions = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the judgement, to create or to continue.")
    private Path out = Path.of("");

    @Option(
            names = "--folds",
            paramLabel = "K",
            defaultValue = "" + JudgeRequest.FOLDS,
            description = "Number of folds (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--seeds",
            paramLabel = "N|LIST",
            defaultValue = "1",
            description =
                    "Seeds 1 to N, or a list such as 3,7,42; the rates of a fold's networks are averaged (default:"
                            + " ${DEFAULT-VALUE}).")
    private String seeds = "1";

    @Option(names = "--recurrence", description = "Also refit the network without recurrence, to say what it adds.")
    private boolean recurrence;

    @Option(names = "--dale", description = "Also refit the network without Dale's law, to say what the law costs.")
    private boolean dale;

    @Option(names = "--json", description = "Print the judgement as one JSON document.")
    private boolean json;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (out.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "--out DIR is empty: give the folder of the judgement.");
        }
        if (sessions.size() == 1) {
            Judgement judgement = judged(request(mapping.open(sessions.getFirst()), out), console);
            if (json) {
                console.json(JudgementJson.of(judgement));
            } else {
                print(judgement, console);
                console.out().println("Page: " + out.resolve("judgement.html").toAbsolutePath());
                console.out().flush();
            }
            return CommandLineProgram.DONE;
        }
        PooledJudgement pooled = PooledJudgement.of(each(console));
        PooledJudgementFiles.write(out, pooled);
        PooledJudgementReport.write(out, pooled);
        if (json) {
            console.json(PooledJudgementFiles.json(pooled));
        } else {
            pooled.verdict().forEach(console.out()::println);
            console.out().println("Page: " + out.resolve("judgements.html").toAbsolutePath());
            console.out().flush();
        }
        return CommandLineProgram.DONE;
    }

    /** Judges each session in a folder of its own. All are checked first, so that a wrong one is found at once. */
    private List<Judgement> each(Console console) {
        List<Session> opened = sessions.stream().map(mapping::open).toList();
        List<String> names =
                opened.stream().map(one -> FolderName.of(one.name())).toList();
        // Folder names on macOS and Windows ignore case.
        List<String> folders =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> hashes = opened.stream().map(one -> one.source().sha256()).toList();
        for (int i = 0; i < names.size(); i++) {
            if (Collections.frequency(folders, folders.get(i)) > 1
                    || Collections.frequency(hashes, hashes.get(i)) > 1) {
                throw new InputError("Two sessions are named '" + names.get(i)
                        + "' or have the same content: give each session once, and rename a file if two have the same"
                        + " name.");
            }
        }
        List<JudgeRequest> requests = IntStream.range(0, opened.size())
                .mapToObj(i -> request(opened.get(i), out.resolve(names.get(i))))
                .toList();
        requests.forEach(JudgeCommand::check);
        List<Judgement> judgements = new ArrayList<>();
        for (JudgeRequest request : requests) {
            Judgement judgement = judged(request, console);
            if (!json) {
                print(judgement, console);
            }
            judgements.add(judgement);
        }
        return judgements;
    }

    private static void check(JudgeRequest request) {
        FitCheck.of(request.session(), (session, settings) -> request.splits().getFirst(), request.configuration())
                .ifPresent(refusal -> {
                    throw new InputError(request.session().name() + ": " + refusal.sentence(), refusal);
                });
    }

    private JudgeRequest request(Session opened, Path folder) {
        return new JudgeRequest(
                opened,
                settings.configuration(),
                folds,
                SeedList.of(seeds),
                networks(),
                settings.preset(),
                folder,
                TypedCommand.text(spec));
    }

    private Judgement judged(JudgeRequest request, Console console) {
        Session opened = request.session();
        Fit first = Fit.of(
                opened,
                request.splits().getFirst(),
                request.configuration(),
                request.seeds().getFirst());
        console.err().println(plan(request));
        FitControl stop = new FitControl();
        try (RecurrentEngine engine = engineOptions.open(first.workload(), console);
                InterruptHandler _ = InterruptHandler.raise(stop)) {
            Judgement judgement = Judge.run(request, engine, stop, new Lines(console));
            JudgementJson.write(request.out().resolve("judgement.json"), judgement);
            JudgementReport.write(request.out().resolve("judgement.html"), judgement);
            return judgement;
        }
    }

    private List<JudgedNetwork> networks() {
        List<JudgedNetwork> networks = new ArrayList<>(List.of(JudgedNetwork.CONFIGURED));
        if (recurrence) {
            networks.add(JudgedNetwork.WITHOUT_RECURRENCE);
        }
        if (dale) {
            networks.add(JudgedNetwork.WITHOUT_DALE);
        }
        return List.copyOf(networks);
    }

    private static String plan(JudgeRequest request) {
        int perFold = request.seeds().size() * request.networks().size();
        return "Judging " + request.session().name() + ": " + request.folds() + " folds x " + perFold
                + (perFold == 1 ? " fit" : " fits") + " = " + request.fits() + " fits of at most "
                + request.configuration().training().epochs() + " epochs.";
    }

    private static void print(Judgement judgement, Console console) {
        List<RivalScores> rivals = new ArrayList<>();
        console.out()
                .println(judgement.sessionName() + ", scores on " + judgement.trials() + " sealed trials, mean over "
                        + judgement.folds() + " folds:");
        for (Rival rival : Rival.values()) {
            judgement
                    .other(rival.key())
                    .ifPresent(own -> rivals.add(new RivalScores(rival, "", own.values(), own.overTrials())));
        }
        RivalTable.print(judgement.network().values(), rivals, console.out());
        judgement.verdict().forEach(console.out()::println);
    }

    /** Prints the progress of a judgement. */
    private static final class Lines implements JudgeListener {
        private final Console console;
        private Optional<ProgressLine> line = Optional.empty();

        Lines(Console console) {
            this.console = console;
        }

        @Override
        public void started(int fit, int fits, JudgedNetwork network, int fold, long seed) {
            line.ifPresent(ProgressLine::end);
            console.err()
                    .println("Fit " + fit + " of " + fits + ": " + network.label() + ", fold " + fold + ", seed " + seed
                            + ".");
            line = Optional.of(new ProgressLine(console.err(), 0));
        }

        @Override
        public void epoch(EpochSnapshot snapshot) {
            line.ifPresent(own -> own.show(snapshot));
        }

        @Override
        public void expected(double seconds) {
            note(String.format(Locale.ROOT, "All fits together take about %.0f s.", seconds));
        }

        @Override
        public void note(String sentence) {
            line.ifPresent(ProgressLine::end);
            console.err().println(sentence);
        }
    }
}
