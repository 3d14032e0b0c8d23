package org.dalescope.model.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a word in a file means for the cell type of its neuron. */
public enum CellTypeChoice {
    EXCITATORY("E"),
    INHIBITORY("I"),
    UNKNOWN("unknown"),
    LEAVE_OUT("leave out");

    private final String text;

    CellTypeChoice(String text) {
        this.text = text;
    }

    /** How the choice is written in JSON. */
    public String text() {
        return text;
    }

    /** The choice that is written like this. */
    public static Optional<CellTypeChoice> of(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** All choices as they are written. */
    public static String all() {
        return Arrays.stream(values()).map(choice -> "\"" + choice.text + "\"").collect(Collectors.joining(", "));
    }
}
