package org.dalescope.app.window.shell;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/** Every key of the window. */
enum Shortcut {
    OPEN("Shortcut+O", "open a session"),
    OPEN_RUN("Shortcut+Shift+O", "open a run folder"),
    START("Shortcut+ENTER", "start the fit"),
    STOP("Shortcut+PERIOD", "stop the fit and keep the best epoch"),
    RESUME("Shortcut+R", "resume the run on show"),
    FIND("Shortcut+K", "find a setting"),
    DARK("Shortcut+L", "light or dark"),
    SESSION("Shortcut+1", "session"),
    FIT("Shortcut+2", "fit"),
    PSTHS("Shortcut+3", "PSTHs"),
    TIME_CONSTANTS("Shortcut+4", "time constants"),
    SUITE("Shortcut+5", "suite"),
    ABOUT("Shift+F1", "versions and licences"),
    KEYS("F1", "show these keys");

    private final String keys;
    private final String purpose;

    Shortcut(String keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    KeyCombination combination() {
        return KeyCombination.valueOf(keys);
    }

    /** Such as "start the fit (Ctrl+Enter)". */
    String tip() {
        return purpose + " (" + combination().getDisplayText() + ")";
    }

    /** All keys in one sentence. */
    static String sheet() {
        return Arrays.stream(values()).map(Shortcut::tip).collect(Collectors.joining(", ")) + ".";
    }
}
