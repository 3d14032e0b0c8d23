package org.dalescope.app.cli;

import java.io.PrintWriter;
import org.dalescope.model.common.InputError;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The output streams of a command-line command: standard output for results, standard error for everything else. */
record Console(PrintWriter out, PrintWriter err) {
    static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Prints one JSON document to standard output. */
    void json(JsonNode document) {
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        if (out.checkError()) {
            throw new InputError("Standard output cannot be written: check the disk or the program it is piped to.");
        }
    }
}
