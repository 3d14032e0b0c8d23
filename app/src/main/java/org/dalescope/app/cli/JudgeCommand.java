package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.app.report.JudgementReport;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.judge.Judge;
import org.dalescope.model.judge.JudgeListener;
import org.dalescope.model.judge.JudgeRequest;
import org.dalescope.model.judge.JudgedNetwork;
import org.dalescope.model.judge.Judgement;
import org.dalescope.model.judge.JudgementJson;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.plan.SeedList;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
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

    @Parameters(arity = "1", paramLabel = "SESSION", description = "The session file.")
    private Path session = Path.of("");

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
        Session opened = mapping.open(session);
        JudgeRequest request = new JudgeRequest(
                opened,
                settings.configuration(),
                folds,
                SeedList.of(seeds),
                networks(),
                settings.preset(),
                out,
                TypedCommand.text(spec));
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
            JudgementJson.write(out.resolve("judgement.json"), judgement);
            JudgementReport.write(out.resolve("judgement.html"), judgement);
            if (json) {
                console.json(JudgementJson.of(judgement));
            } else {
                print(judgement, console);
            }
            return CommandLineProgram.DONE;
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

    private void print(Judgement judgement, Console console) {
        List<RivalScores> rivals = new ArrayList<>();
        console.out()
                .println("Scores on " + judgement.trials() + " sealed trials, mean over " + judgement.folds()
                        + " folds:");
        for (Rival rival : Rival.values()) {
            judgement
                    .other(rival.key())
                    .ifPresent(own -> rivals.add(new RivalScores(rival, "", own.values(), own.overTrials())));
        }
        RivalTable.print(judgement.network().values(), rivals, console.out());
        judgement.verdict().forEach(console.out()::println);
        console.out().println("Page: " + out.resolve("judgement.html").toAbsolutePath());
        console.out().flush();
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
