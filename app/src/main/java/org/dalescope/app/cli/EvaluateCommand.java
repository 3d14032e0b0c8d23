package org.dalescope.app.cli;

import java.util.concurrent.Callable;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.Evaluation;
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
import picocli.CommandLine.Spec;

/** {@code dalescope evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores a run's network on a partition, with ceilings and uncertainty.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RunFolder folder = options.folder();
        Fit fit = options.fit();
        int trials = options.trials(fit).length;
        if (options.partition() == Partition.TEST) {
            logOpening(folder, console);
        }
        try (RecurrentEngine engine = engineOptions.open(fit.workload(trials), console)) {
            Evaluation evaluation = Evaluation.of(fit, ParametersNpz.read(folder), options.partition(), engine);
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
    private static void logOpening(RunFolder folder, Console console) {
        RunDescription description = RunDescription.read(folder).testOpenedAgain();
        description.write(folder);
        if (description.testOpened() > 1) {
            console.err()
                    .println("Warning: the test partition of this run was opened " + description.testOpened()
                            + " times; scores that were looked at repeatedly are no longer a test.");
        }
    }
}
