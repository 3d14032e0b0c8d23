package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.Refusal;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.Evaluation;
import org.dalescope.model.run.Evaluation.Member;
import org.dalescope.model.run.ParametersNpz;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dalescope evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Scores a run's network on a partition, with ceilings and uncertainty; of several runs of one session and split,"
                        + " the average of their rates (an ensemble).")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders.")
    private List<Path> runs = List.of();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE.json", description = "Also write the scores to this file.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        List<RunFolder> folders =
                runs.stream().map(run -> RunFolder.existing(run.normalize())).toList();
        if (new HashSet<>(folders).size() < folders.size()) {
            throw new Refusal("A run is named twice: it would weigh twice in the average.");
        }
        List<Member> members = folders.stream()
                .map(folder -> new Member(options.fit(folder), ParametersNpz.read(folder)))
                .toList();
        Evaluation.checkComparable(members);
        Fit fit = members.getFirst().fit();
        int trials = options.trials(folders.getFirst(), fit).length;
        if (options.partition() == Partition.TEST) {
            String command = GivenCommand.text(spec);
            folders.forEach(folder -> logOpening(folder, command, console));
        }
        try (RecurrentEngine engine = engineOptions.open(fit.workload(trials), console)) {
            Evaluation evaluation = Evaluation.of(members, options.partition(), engine);
            out.ifPresent(file -> ScoresJson.write(file, evaluation));
            if (json) {
                console.json(ScoresJson.of(evaluation));
            } else {
                ScoreTable.print(evaluation, console.out());
                evaluation.warnings().forEach(w -> console.err().println(FitInTerminal.line(w)));
            }
            return CommandLineProgram.DONE;
        }
    }

    /** The test partition is for one look; more looks are allowed but counted, because they bias the choice of models. */
    private static void logOpening(RunFolder folder, String command, Console console) {
        RunDescription description = RunDescription.read(folder).testOpenedBy(command);
        description.write(folder);
        if (description.testOpened() > 1) {
            console.err()
                    .println("Warning: the test partition of " + folder.folder() + " was opened "
                            + description.testOpened()
                            + " times; scores that were looked at repeatedly are no longer a test.");
        }
    }
}
