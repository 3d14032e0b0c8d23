package org.dalescope.model.run.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.session.split.Splits;

/**
 * The command line that starts or repeats a fit in a run folder.
 *
 * @param mapping file with the mapping of the session's file, if it is not to be detected automatically
 * @param changes settings that differ from the preset, by key
 * @param split origin of the split: {@code stratified} or {@code blocks} from settings, {@code reference} or a file
 */
public record FitCommandLine(
        String session,
        Optional<Path> mapping,
        String preset,
        Map<String, String> changes,
        long seed,
        String split,
        Path out) {
    /** The command as it is typed into a POSIX shell. */
    public String text() {
        List<String> words = new ArrayList<>(List.of("dalescope", "fit", ShellQuoting.quoted(session)));
        mapping.ifPresent(file -> words.addAll(List.of("--mapping", ShellQuoting.quoted(file.toString()))));
        words.addAll(List.of("--preset", ShellQuoting.quoted(preset)));
        changes.forEach((key, value) -> words.addAll(List.of("--set", ShellQuoting.quoted(key + "=" + value))));
        words.addAll(List.of("--seed", Long.toString(seed)));
        if (!Splits.isFromSettings(split)) {
            words.addAll(List.of("--split", ShellQuoting.quoted(split)));
        }
        words.addAll(List.of("--out", ShellQuoting.quoted(out.toString())));
        return String.join(" ", words);
    }
}
