package org.dalescope.model.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A general-purpose builder of a command as it is typed into a POSIX shell; values are quoted where needed. */
public final class ShellCommand {
    private final List<String> words = new ArrayList<>();

    private ShellCommand() {}

    /** A command that starts with these words, such as {@code dalescope fit}, and a value. */
    public static ShellCommand of(String program, String command, String value) {
        ShellCommand shell = new ShellCommand();
        shell.words.addAll(Arrays.asList(program, command, ShellQuoting.quoted(value)));
        return shell;
    }

    /** The same command with an option and its value. */
    public ShellCommand option(String name, Object value) {
        words.addAll(List.of(name, ShellQuoting.quoted(value.toString())));
        return this;
    }

    /** The same command with an option, if it has a value. */
    public ShellCommand option(String name, Optional<?> value) {
        value.ifPresent(given -> option(name, given));
        return this;
    }

    /** The same command with an option without a value, if it is on. */
    public ShellCommand flag(String name, boolean on) {
        if (on) {
            words.add(name);
        }
        return this;
    }

    /** The same command with changed settings, by key. */
    public ShellCommand settings(Map<String, String> changes) {
        changes.forEach((key, value) -> option("--set", key + "=" + value));
        return this;
    }

    public String text() {
        return String.join(" ", words);
    }
}
