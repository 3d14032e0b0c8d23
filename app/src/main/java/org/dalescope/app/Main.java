package org.dalescope.app;

import org.dalescope.app.cli.CommandLineProgram;

/** The entry point of the program. Without arguments it opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments));
    }
}
