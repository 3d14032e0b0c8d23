package org.dalescope.app.cli;

import java.io.PrintWriter;
import org.dalescope.model.common.InputError;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a command prints: results to standard output, everything else to standard error. */
record Console(PrintWriter out, PrintWriter err) {
    static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** One JSON document on standard output and nothing else. */
    void json(JsonNode document) {
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        if (out.checkError()) {
            throw new InputError("Standard output cannot be written: check the disk or the program it is piped to.");
        }
    }
}
