package org.dalescope.app.cli;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.app.window.WindowLauncher;
import org.dalescope.app.window.WindowRequest;
import org.dalescope.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dalescope window}. */
@Command(name = "window", mixinStandardHelpOptions = true, description = "Opens the window.")
final class WindowCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A session file or a run folder to open.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        return open(file, false);
    }

    static int open(Optional<Path> file, boolean startFit) {
        if (!hasDisplay()) {
            throw new Refusal(
                    "There is no display (DISPLAY and WAYLAND_DISPLAY are not set): use 'dalescope fit' in the"
                            + " terminal, or open the window on the machine's desktop.");
        }
        WindowLauncher.open(new WindowRequest(file, startFit));
        return CommandLineProgram.DONE;
    }

    /** Whether a window can be opened here. */
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("linux");
        return linux ? isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") : !GraphicsEnvironment.isHeadless();
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
