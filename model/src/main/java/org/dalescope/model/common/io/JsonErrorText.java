package org.dalescope.model.common.io;

import tools.jackson.core.JacksonException;

/**
 * A text helper that turns a JSON syntax error into words for the user: the parser's first sentence and the place,
 * without parser internals.
 */
public final class JsonErrorText {
    private JsonErrorText() {}

    /** A phrase such as "unexpected end of the text at line 3, column 7". */
    public static String of(JacksonException exception) {
        String message = String.valueOf(exception.getOriginalMessage());
        String plain = message.split("\\R|\\[Source|\\(start marker|\\(for ", -1)[0].strip();
        var place = exception.getLocation();
        return place == null || place.getLineNr() < 1
                ? plain
                : plain + " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
