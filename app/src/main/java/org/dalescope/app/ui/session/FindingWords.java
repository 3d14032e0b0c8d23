package org.dalescope.app.ui.session;

import java.util.regex.Pattern;

/** The words of a finding as the window shows them. */
final class FindingWords {
    private static final Pattern OTHER_PLACES = Pattern.compile(" \\((?:--[a-z][^()]*|\"[a-z_]+\": \\{.*?\\})\\)");

    private FindingWords() {}

    /**
     * The text without remarks in brackets that name an option of the command line or a line of a mapping file: the
     * window has both as forms.
     */
    static String inWindow(String text) {
        return OTHER_PLACES.matcher(text).replaceAll("");
    }
}
