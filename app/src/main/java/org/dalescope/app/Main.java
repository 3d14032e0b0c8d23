package org.dalescope.app;

import org.dalescope.app.cli.CommandLineProgram;

/** Where the program starts; without arguments it opens the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments));
    }
}
