package org.dalescope.app.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.ShellQuoting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as the user typed it, for the records of runs. */
final class TypedCommand {
    private TypedCommand() {}

    /** The command as text for a POSIX shell. */
    static String text(CommandSpec spec) {
        CommandLine root = spec.commandLine();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return Stream.concat(
                        Stream.of(root.getCommandName()),
                        root.getParseResult().originalArgs().stream().map(ShellQuoting::quoted))
                .collect(Collectors.joining(" "));
    }
}
