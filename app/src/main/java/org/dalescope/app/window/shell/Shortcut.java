package org.dalescope.app.window.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dalescope.app.words.Words;

/** Every key of the window. */
enum Shortcut {
    OPEN(Words.of("shell.open-a-session-2"), KeyCode.O, Held.SHORTCUT),
    OPEN_RUN(Words.of("shell.open-a-run-folder-2"), KeyCode.O, Held.SHORTCUT_AND_SHIFT),
    START(Words.of("shell.start-the-fit"), KeyCode.ENTER, Held.SHORTCUT),
    STOP(Words.of("shell.stop-the-fit-and"), KeyCode.PERIOD, Held.SHORTCUT),
    RESUME(Words.of("shell.resume-the-run-on"), KeyCode.R, Held.SHORTCUT),
    PAUSE(Words.of("shell.pause-what-runs-or"), KeyCode.P, Held.SHORTCUT),
    JOBS(Words.of("shell.all-jobs-what-runs"), KeyCode.J, Held.SHORTCUT),
    SPLIT(Words.of("shell.show-this-tab-in"), KeyCode.BACK_SLASH, Held.SHORTCUT),
    UNDOCK(Words.of("shell.show-this-tab-in-a"), KeyCode.BACK_SLASH, Held.SHORTCUT_AND_SHIFT),
    UNDO(Words.of("shell.undo-a-change-of"), KeyCode.Z, Held.SHORTCUT),
    REDO(Words.of("shell.redo-a-change-of"), KeyCode.Z, Held.SHORTCUT_AND_SHIFT),
    PALETTE(Words.of("shell.find-anything-actions-settings"), KeyCode.K, Held.SHORTCUT),
    FIND(Words.of("shell.find-a-setting"), KeyCode.F, Held.SHORTCUT),
    LARGER(Words.of("shell.larger-letters"), KeyCode.EQUALS, Held.SHORTCUT),
    SMALLER(Words.of("shell.smaller-letters"), KeyCode.MINUS, Held.SHORTCUT),
    DARK(Words.of("shell.light-or-dark"), KeyCode.L, Held.SHORTCUT),
    SESSION(Words.of("shell.session"), KeyCode.DIGIT1, Held.SHORTCUT),
    FIT(Words.of("shell.fit-2"), KeyCode.DIGIT2, Held.SHORTCUT),
    PSTHS(Words.of("shell.psths"), KeyCode.DIGIT3, Held.SHORTCUT),
    TIME_CONSTANTS(Words.of("shell.time-constants"), KeyCode.DIGIT4, Held.SHORTCUT),
    SUITE(Words.of("shell.suite"), KeyCode.DIGIT5, Held.SHORTCUT),
    ANALYSES(Words.of("shell.analyses"), KeyCode.DIGIT6, Held.SHORTCUT),
    PERTURB(Words.of("shell.perturb-the-fitted-networks"), KeyCode.DIGIT7, Held.SHORTCUT),
    COMPARE(Words.of("shell.compare-runs"), KeyCode.DIGIT8, Held.SHORTCUT),
    PREFERENCES(Words.of("shell.preferences-libtorch-for-a"), KeyCode.COMMA, Held.SHORTCUT),
    KEYS(Words.of("shell.help-first-steps-keys"), KeyCode.F1, Held.NOTHING);

    private final String purpose;
    private final KeyCode key;
    private final Held held;

    /** What is held down while the key is pressed. */
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

    KeyCombination combination() {
        return switch (held) {
            case NOTHING -> new KeyCodeCombination(key);
            case SHORTCUT -> new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
            case SHORTCUT_AND_SHIFT ->
                new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        };
    }

    /** The keys as they are on the keyboard, such as "Ctrl+Enter". */
    String shown() {
        return KeyNames.of(combination());
    }

    /** Such as "start the fit (Ctrl+Enter)". */
    String tip() {
        return purpose + " (" + shown() + ")";
    }

    /** What it does, such as "start the fit". */
    String purpose() {
        return purpose;
    }
}
