package org.dalescope.app.ui.keyboard;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dalescope.app.text.Messages;

/** Every key of the window. */
public enum Shortcut {
    OPEN(Messages.of("shell.open-a-session-2"), KeyCode.O, Held.SHORTCUT),
    OPEN_RUN(Messages.of("shell.open-a-run-folder-2"), KeyCode.O, Held.SHORTCUT_AND_SHIFT),
    START(Messages.of("shell.start-the-fit"), KeyCode.ENTER, Held.SHORTCUT),
    STOP(Messages.of("shell.stop-the-fit-and"), KeyCode.PERIOD, Held.SHORTCUT),
    RESUME(Messages.of("shell.resume-the-run-on"), KeyCode.R, Held.SHORTCUT),
    PAUSE(Messages.of("shell.pause-what-runs-or"), KeyCode.P, Held.SHORTCUT),
    JOBS(Messages.of("shell.all-jobs-what-runs"), KeyCode.J, Held.SHORTCUT),
    SPLIT(Messages.of("shell.show-this-tab-in"), KeyCode.BACK_SLASH, Held.SHORTCUT),
    UNDOCK(Messages.of("shell.show-this-tab-in-a"), KeyCode.BACK_SLASH, Held.SHORTCUT_AND_SHIFT),
    UNDO(Messages.of("shell.undo-a-change-of"), KeyCode.Z, Held.SHORTCUT),
    REDO(Messages.of("shell.redo-a-change-of"), KeyCode.Z, Held.SHORTCUT_AND_SHIFT),
    PALETTE(Messages.of("shell.find-anything-actions-settings"), KeyCode.K, Held.SHORTCUT),
    FIND(Messages.of("shell.find-a-setting"), KeyCode.F, Held.SHORTCUT),
    LARGER(Messages.of("shell.larger-letters"), KeyCode.EQUALS, Held.SHORTCUT),
    SMALLER(Messages.of("shell.smaller-letters"), KeyCode.MINUS, Held.SHORTCUT),
    DARK(Messages.of("shell.light-or-dark"), KeyCode.L, Held.SHORTCUT),
    SESSION(Messages.of("shell.session"), KeyCode.DIGIT1, Held.SHORTCUT),
    FIT(Messages.of("shell.fit-2"), KeyCode.DIGIT2, Held.SHORTCUT),
    PSTHS(Messages.of("shell.psths"), KeyCode.DIGIT3, Held.SHORTCUT),
    TIME_CONSTANTS(Messages.of("shell.time-constants"), KeyCode.DIGIT4, Held.SHORTCUT),
    SUITE(Messages.of("shell.suite"), KeyCode.DIGIT5, Held.SHORTCUT),
    ANALYSES(Messages.of("shell.analyses"), KeyCode.DIGIT6, Held.SHORTCUT),
    PERTURB(Messages.of("shell.perturb-the-fitted-networks"), KeyCode.DIGIT7, Held.SHORTCUT),
    COMPARE(Messages.of("shell.compare-runs"), KeyCode.DIGIT8, Held.SHORTCUT),
    PREFERENCES(Messages.of("shell.preferences-libtorch-for-a"), KeyCode.COMMA, Held.SHORTCUT),
    KEYS(Messages.of("shell.help-first-steps-keys"), KeyCode.F1, Held.NOTHING);

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

    public KeyCombination combination() {
        return switch (held) {
            case NOTHING -> new KeyCodeCombination(key);
            case SHORTCUT -> new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
            case SHORTCUT_AND_SHIFT ->
                new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        };
    }

    /** The keys as they are on the keyboard, such as "Ctrl+Enter". */
    public String shown() {
        return KeyNames.of(combination());
    }

    /** Such as "start the fit (Ctrl+Enter)". */
    public String tip() {
        return purpose + " (" + shown() + ")";
    }

    /** What it does, such as "start the fit". */
    public String purpose() {
        return purpose;
    }
}
