package org.dalescope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person sees it. */
final class Terminal {
    private Terminal() {}

    record Answer(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    static Answer dalescope(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = CommandLineProgram.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Answer(code, out.toString(), err.toString());
    }

    /** Writes a small session. */
    static Path session(Path folder) {
        return session(folder.resolve("session.dalescope"), 6, 2, 80, 20, 5);
    }

    /** Writes a session of some neurons, trials and bins. */
    static Path session(Path file, int excitatory, int inhibitory, int trials, int bins, int seed) {
        Answer made = dalescope(
                "synth",
                "--out",
                file,
                "--excitatory",
                excitatory,
                "--inhibitory",
                inhibitory,
                "--trials",
                trials,
                "--bins",
                bins,
                "--seed",
                seed);
        assertEquals(0, made.code(), made.err());
        return file;
    }

    /** One sentence, naming these parts, and nothing on standard output. */
    static void refused(Answer answer, String... parts) {
        assertEquals(1, answer.code(), answer.out() + answer.err());
        assertEquals(1, answer.err().strip().lines().count(), answer.err());
        for (String part : parts) {
            assertTrue(answer.err().contains(part), answer.err());
        }
        assertEquals("", answer.out());
    }
}
