package org.dalescope.app.ui;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.dalescope.model.common.InputError;

/** Starts the desktop window in this process and waits until it closes. */
public final class WindowLauncher {
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private WindowLauncher() {}

    /**
     * Opens the window and blocks until it closes. It can be called once per process.
     *
     * @throws InputError if there is no display
     */
    public static void open(WindowRequest request) {
        if (!hasDisplay()) {
            throw new InputError(
                    "There is no display to open the window on (DISPLAY is not set): use 'dalescope fit' in the "
                            + "terminal, or log in with a desktop or ssh -X.");
        }
        quietenToolkit();
        List<String> arguments = new ArrayList<>();
        request.toOpen().ifPresent(path -> arguments.add("--open=" + path.toAbsolutePath()));
        arguments.add("--fit=" + request.startFit());
        Application.launch(DalescopeWindow.class, arguments.toArray(String[]::new));
    }

    /**
     * Silences a JavaFX warning: JavaFX is on the class path like all other libraries and would warn of that at every
     * start.
     */
    static void quietenToolkit() {
        JAVAFX_LOG.setLevel(Level.SEVERE);
    }

    /** Whether JavaFX finds a display here or was told to run without one; on Linux it needs X (or XWayland). */
    public static boolean hasDisplay() {
        if (System.getProperty("glass.platform") != null) {
            return true;
        }
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return linux ? display != null && !display.isBlank() : !GraphicsEnvironment.isHeadless();
    }
}
