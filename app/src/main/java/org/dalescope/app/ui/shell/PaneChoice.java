package org.dalescope.app.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides whether a side pane is shown: the user's choice as long as the window serves the same purpose at the same
 * size, otherwise what serves.
 */
final class PaneChoice {
    private final Consumer<Boolean> onChange;
    private boolean isUseful = true;
    private Optional<Boolean> chosen = Optional.empty();

    /**
     * A pane that is shown.
     *
     * @param onChange receives whether the pane is shown
     */
    PaneChoice(Consumer<Boolean> onChange) {
        this.onChange = onChange;
    }

    boolean isShown() {
        return chosen.orElse(isUseful);
    }

    /** Says whether the pane serves at this size and for this tab; a change ends the user's choice. */
    void useful(boolean now) {
        if (now != isUseful) {
            isUseful = now;
            chosen = Optional.empty();
            onChange.accept(isShown());
        }
    }

    /** Shows or hides the pane because the user wants it. */
    void choose(boolean isWanted) {
        chosen = Optional.of(isWanted);
        onChange.accept(isWanted);
    }

    /** Hides the pane if it is shown, and shows it otherwise. */
    void toggle() {
        choose(!isShown());
    }
}
