package org.dalescope.app.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.ShellQuoting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was given, for records of what was done. */
final class TypedCommand {
    private TypedCommand() {}

    /** As it is typed into a POSIX shell. */
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
