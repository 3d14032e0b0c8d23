package org.dalescope.app.window.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.run.ShellWord;

/**
 * The command that repeats a fit.
 *
 * @param changes settings that differ from the preset, by key
 */
public record CommandLine(
        String session, String preset, Map<String, String> changes, long seed, SplitChoice split, Path out) {
    /** As it is typed into a POSIX shell. */
    public String text() {
        List<String> words = new ArrayList<>(
                List.of("dalescope", "fit", ShellWord.quoted(session), "--preset", ShellWord.quoted(preset)));
        changes.forEach((key, value) -> words.addAll(List.of("--set", ShellWord.quoted(key + "=" + value))));
        words.addAll(List.of("--seed", Long.toString(seed)));
        if (split == SplitChoice.REFERENCE) {
            words.addAll(List.of("--split", split.toString()));
        }
        words.addAll(List.of("--out", ShellWord.quoted(out.toString())));
        return String.join(" ", words);
    }
}
