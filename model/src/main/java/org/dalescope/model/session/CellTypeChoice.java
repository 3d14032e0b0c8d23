package org.dalescope.model.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The choice of a cell type for the neurons of a recorded session that a file labels with a word. */
public enum CellTypeChoice {
    EXCITATORY("E"),
    INHIBITORY("I"),
    UNKNOWN("unknown"),
    LEAVE_OUT("leave out");

    private final String text;

    CellTypeChoice(String text) {
        this.text = text;
    }

    /** The text of the choice in JSON. */
    public String text() {
        return text;
    }

    /** The choice with this text. */
    public static Optional<CellTypeChoice> of(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** The texts of all choices, for an error. */
    public static String all() {
        return Arrays.stream(values()).map(choice -> "\"" + choice.text + "\"").collect(Collectors.joining(", "));
    }
}
