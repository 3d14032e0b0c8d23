package org.dalescope.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import org.dalescope.model.Refusal;

/** Opens the window, for the command line. */
public final class WindowLauncher {
    private WindowLauncher() {}

    /**
     * Opens the window and blocks until it closes; can be called once per process.
     *
     * @throws Refusal where there is no display
     */
    public static void open(WindowRequest request) {
        if (hasNoDisplay()) {
            throw new Refusal("There is no display to open the window on (DISPLAY is not set): use 'dalescope fit', or"
                    + " log in with a desktop or ssh -X.");
        }
        List<String> arguments = new ArrayList<>();
        request.toOpen().ifPresent(path -> arguments.add("--open=" + path.toAbsolutePath()));
        arguments.add("--fit=" + request.startFit());
        Application.launch(DalescopeWindow.class, arguments.toArray(String[]::new));
    }

    /** Whether JavaFX would find neither a display nor its headless platform. */
    static boolean hasNoDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return linux && (display == null || display.isEmpty()) && System.getProperty("glass.platform") == null;
    }
}
