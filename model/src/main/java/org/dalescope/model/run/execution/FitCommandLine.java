package org.dalescope.model.run.execution;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.ShellCommand;
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
        return ShellCommand.of("dalescope", "fit", session)
                .option("--mapping", mapping)
                .option("--preset", preset)
                .settings(changes)
                .option("--seed", seed)
                .option("--split", Optional.of(split).filter(origin -> !Splits.isFromSettings(origin)))
                .option("--out", out)
                .text();
    }
}
