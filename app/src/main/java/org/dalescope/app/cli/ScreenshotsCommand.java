package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.app.ui.Screenshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dalescope screenshots}: the pictures in the documentation, which anyone can take again. */
@Command(
        name = "screenshots",
        mixinStandardHelpOptions = true,
        description = "Fits the demo session and saves a picture of every view, light and dark, in two sizes.")
final class ScreenshotsCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "docs/images",
            description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs/images");

    @Override
    public Integer call() {
        Screenshots.take(out);
        return CommandLineProgram.DONE;
    }
}
