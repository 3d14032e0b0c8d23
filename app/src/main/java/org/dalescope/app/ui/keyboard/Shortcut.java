package org.dalescope.app.ui.keyboard;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** A keyboard shortcut of the window. */
public enum Shortcut {
    OPEN("open a session", KeyCode.O, Held.SHORTCUT),
    OPEN_FOLDER("open a folder", KeyCode.O, Held.SHORTCUT_AND_SHIFT),
    START("start the fit", KeyCode.ENTER, Held.SHORTCUT),
    STOP("stop the fit and keep the best epoch", KeyCode.PERIOD, Held.SHORTCUT),
    RESUME("resume the shown run", KeyCode.R, Held.SHORTCUT),
    PAUSE("pause or continue the running work", KeyCode.P, Held.SHORTCUT),
    JOBS("show all running and waiting jobs", KeyCode.J, Held.SHORTCUT),
    LIBRARY_PANE("show or hide the library", KeyCode.B, Held.SHORTCUT),
    SETTINGS_PANE("show or hide the settings", KeyCode.B, Held.SHORTCUT_AND_SHIFT),
    SPLIT("show this tab in the other half", KeyCode.BACK_SLASH, Held.SHORTCUT),
    UNDOCK("show this tab in a separate window", KeyCode.BACK_SLASH, Held.SHORTCUT_AND_SHIFT),
    UNDO("undo a change of the configuration", KeyCode.Z, Held.SHORTCUT),
    REDO("redo a change of the configuration", KeyCode.Z, Held.SHORTCUT_AND_SHIFT),
    PALETTE("find anything: actions, settings, presets, runs", KeyCode.K, Held.SHORTCUT),
    FIND("find a setting", KeyCode.F, Held.SHORTCUT),
    LARGER("larger text", KeyCode.EQUALS, Held.SHORTCUT),
    SMALLER("smaller text", KeyCode.MINUS, Held.SHORTCUT),
    DARK("switch between light and dark", KeyCode.L, Held.SHORTCUT),
    SESSION("session", KeyCode.DIGIT1, Held.SHORTCUT),
    FIT("fit", KeyCode.DIGIT2, Held.SHORTCUT),
    PSTHS("PSTHs", KeyCode.DIGIT3, Held.SHORTCUT),
    TIME_CONSTANTS("time constants", KeyCode.DIGIT4, Held.SHORTCUT),
    SUITE("suite", KeyCode.DIGIT5, Held.SHORTCUT),
    ANALYSES("analyses", KeyCode.DIGIT6, Held.SHORTCUT),
    PERTURB("perturb the fitted networks", KeyCode.DIGIT7, Held.SHORTCUT),
    COMPARE("compare runs", KeyCode.DIGIT8, Held.SHORTCUT),
    PREFERENCES("preferences: libtorch for a GPU, devices, self-test, folders", KeyCode.COMMA, Held.SHORTCUT),
    KEYS("help: first steps, keys, about, log", KeyCode.F1, Held.NOTHING);

    private final String purpose;
    private final KeyCode key;
    private final Held held;

    /** The modifiers that are held down while the key is pressed. */
    private enum Held {
        NOTHING,
        SHORTCUT,
        SHORTCUT_AND_SHIFT
    }

    Shortcut(String purpose, KeyCode key, Held held) {
        this.purpose = purpose;
        this.key = key;
        this.held = held;
    }

    public KeyCombination combination() {
        return switch (held) {
            case NOTHING -> new KeyCodeCombination(key);
            case SHORTCUT -> new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
            case SHORTCUT_AND_SHIFT ->
                new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        };
    }

    /** The keys as printed on the keyboard, such as "Ctrl+Enter". */
    public String shown() {
        return KeyNames.of(combination());
    }

    /** The tooltip, such as "start the fit (Ctrl+Enter)". */
    public String tip() {
        return purpose + " (" + shown() + ")";
    }

    /** The purpose of the shortcut, such as "start the fit". */
    public String purpose() {
        return purpose;
    }
}
