package org.dalescope.app.window.shell;

import javafx.scene.input.KeyCombination;

/** Every key of the window. */
enum Shortcut {
    OPEN("Shortcut+O", "open a session"),
    OPEN_RUN("Shortcut+Shift+O", "open a run folder"),
    START("Shortcut+ENTER", "start the fit"),
    STOP("Shortcut+PERIOD", "stop the fit and keep the best epoch"),
    RESUME("Shortcut+R", "resume the run on show"),
    PAUSE("Shortcut+P", "pause what runs, or let it go on"),
    JOBS("Shortcut+J", "all jobs: what runs and what waits"),
    SPLIT("Shortcut+BACK_SLASH", "show this tab in the other half"),
    UNDOCK("Shortcut+Shift+BACK_SLASH", "show this tab in a window of its own"),
    UNDO("Shortcut+Z", "undo a change of the configuration"),
    REDO("Shortcut+Shift+Z", "redo a change of the configuration"),
    PALETTE("Shortcut+K", "find anything: actions, settings, presets, runs"),
    FIND("Shortcut+F", "find a setting"),
    LARGER("Shortcut+EQUALS", "larger letters"),
    SMALLER("Shortcut+MINUS", "smaller letters"),
    DARK("Shortcut+L", "light or dark"),
    SESSION("Shortcut+1", "session"),
    FIT("Shortcut+2", "fit"),
    PSTHS("Shortcut+3", "PSTHs"),
    TIME_CONSTANTS("Shortcut+4", "time constants"),
    SUITE("Shortcut+5", "suite"),
    ANALYSES("Shortcut+6", "analyses"),
    PERTURB("Shortcut+7", "perturb the fitted networks"),
    COMPARE("Shortcut+8", "compare runs"),
    PREFERENCES("Shortcut+COMMA", "preferences: libtorch for a GPU, devices, self-test, folders"),
    KEYS("F1", "help: first steps, keys, about, log");

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

    /** What it does, such as "start the fit". */
    String purpose() {
        return purpose;
    }
}
