package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.app.ui.WindowLauncher;
import org.dalescope.app.ui.WindowRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The {@code dalescope window} command, which opens the window. */
@Command(name = "window", mixinStandardHelpOptions = true, description = "Opens the window.")
final class WindowCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A session file, or the folder of a run or suite, to open.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        // A file manager opens files, so the run.json of a run stands for its folder.
        return open(file.map(WindowCommand::opened), false);
    }

    private static Path opened(Path given) {
        return given.endsWith("run.json") ? given.toAbsolutePath().resolveSibling("") : given;
    }

    static int open(Optional<Path> file, boolean startFit) {
        WindowLauncher.open(new WindowRequest(file, startFit));
        return CommandLineProgram.DONE;
    }
}
