package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.app.ui.WindowLauncher;
import org.dalescope.model.benchmark.JitWarmUp;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code dalescope demo} command, which fits the shipped demo session. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Fits the shipped demo session: in the window if there is a display, otherwise in the terminal.")
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--terminal", description = "Fit in the terminal even if there is a display.")
    private boolean terminal;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RunLibrary library = RunLibrary.standard();
        Session session = DemoSession.open(library.folder());
        if (WindowLauncher.hasDisplay() && !terminal) {
            return WindowCommand.open(Optional.of(session.source().file()), true);
        }
        if (!terminal) {
            console.err().println("There is no display, so the demo session is fitted in the terminal.");
        }
        Configuration configuration = Configuration.defaults();
        Path out = library.next("demo");
        FitRequest request = new FitRequest(
                session,
                Fit.defaultSplit(session, configuration),
                configuration,
                SEED,
                "default",
                out,
                "dalescope fit " + ShellQuoting.quoted(session.source().file().toString()) + " --seed " + SEED
                        + " --out " + ShellQuoting.quoted(out.toString()));
        try (JitWarmUp warmUp = JitWarmUp.begin()) {
            return TerminalFit.start(request, engineOptions.source(), warmUp, console);
        }
    }
}
