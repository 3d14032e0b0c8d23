package org.dalescope.app.window.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.dalescope.app.words.Words;

/** Every key of the window. */
enum Shortcut {
    OPEN("Shortcut+O", Words.of("shell.open-a-session-2")),
    OPEN_RUN("Shortcut+Shift+O", Words.of("shell.open-a-run-folder-2")),
    START("Shortcut+ENTER", Words.of("shell.start-the-fit")),
    STOP("Shortcut+PERIOD", Words.of("shell.stop-the-fit-and")),
    RESUME("Shortcut+R", Words.of("shell.resume-the-run-on")),
    PAUSE("Shortcut+P", Words.of("shell.pause-what-runs-or")),
    JOBS("Shortcut+J", Words.of("shell.all-jobs-what-runs")),
    SPLIT("Shortcut+BACK_SLASH", Words.of("shell.show-this-tab-in")),
    UNDOCK("Shortcut+Shift+BACK_SLASH", Words.of("shell.show-this-tab-in-a")),
    UNDO("Shortcut+Z", Words.of("shell.undo-a-change-of")),
    REDO("Shortcut+Shift+Z", Words.of("shell.redo-a-change-of")),
    PALETTE("Shortcut+K", Words.of("shell.find-anything-actions-settings")),
    FIND("Shortcut+F", Words.of("shell.find-a-setting")),
    LARGER("Shortcut+EQUALS", Words.of("shell.larger-letters")),
    SMALLER("Shortcut+MINUS", Words.of("shell.smaller-letters")),
    DARK("Shortcut+L", Words.of("shell.light-or-dark")),
    SESSION("Shortcut+1", Words.of("shell.session")),
    FIT("Shortcut+2", Words.of("shell.fit-2")),
    PSTHS("Shortcut+3", Words.of("shell.psths")),
    TIME_CONSTANTS("Shortcut+4", Words.of("shell.time-constants")),
    SUITE("Shortcut+5", Words.of("shell.suite")),
    ANALYSES("Shortcut+6", Words.of("shell.analyses")),
    PERTURB("Shortcut+7", Words.of("shell.perturb-the-fitted-networks")),
    COMPARE("Shortcut+8", Words.of("shell.compare-runs")),
    PREFERENCES("Shortcut+COMMA", Words.of("shell.preferences-libtorch-for-a")),
    KEYS("F1", Words.of("shell.help-first-steps-keys"));

    private final String keys;
    private final String purpose;

    Shortcut(String keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    KeyCombination combination() {
        // JavaFX reads the names of keys, which are not always those of its constants: another name would be a key of
        // that name.
        return KeyCombination.valueOf(keys.replace(KeyCode.BACK_SLASH.name(), KeyCode.BACK_SLASH.getName()));
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
