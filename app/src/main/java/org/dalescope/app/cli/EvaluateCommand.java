package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope evaluate} command, which scores the networks of runs. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Scores the network of a run on a partition, with ceilings and uncertainty. For several runs of one"
                        + " session and split, the average of their rates (an ensemble) is scored.")
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
        RunGroup fitted = RunGroup.open(runs, options, TypedCommand.text(spec), console);
        Fit fit = fitted.members().getFirst().fit();
        try (RecurrentEngine engine = engineOptions.open(fit.workload(fitted.trialIds().length), console)) {
            Evaluation evaluation = Evaluation.of(fitted.members(), options.partition(), engine);
            out.ifPresent(file -> ScoresJson.write(file, evaluation));
            if (json) {
                console.json(ScoresJson.of(evaluation));
            } else {
                ScoreTable.print(evaluation, console.out());
                evaluation.warnings().forEach(w -> console.err().println(TerminalFit.line(w)));
            }
            return CommandLineProgram.DONE;
        }
    }
}
