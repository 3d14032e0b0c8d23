package org.dalescope.app.window.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The command that repeats a fit.
 *
 * @param changes settings that differ from the preset, by key
 */
public record CommandLine(
        String session, String preset, Map<String, String> changes, long seed, SplitChoice split, Path out) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=:@%+,-]+");

    /** As it is typed into a POSIX shell. */
    public String text() {
        List<String> words = new ArrayList<>(List.of("dalescope", "fit", quote(session), "--preset", quote(preset)));
        changes.forEach((key, value) -> words.addAll(List.of("--set", quote(key + "=" + value))));
        words.addAll(List.of("--seed", Long.toString(seed)));
        if (split == SplitChoice.REFERENCE) {
            words.addAll(List.of("--split", split.toString()));
        }
        words.addAll(List.of("--out", quote(out.toString())));
        return String.join(" ", words);
    }

    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
