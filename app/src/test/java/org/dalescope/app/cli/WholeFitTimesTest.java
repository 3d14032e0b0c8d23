package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code bench --fit}. */
class WholeFitTimesTest {
    @Test
    void thePartsAddUpToTheWhole() {
        JsonNode result = dalescope("bench", "--fit", "--trials", 80, "--bins", 30, "--units", 5, "--json")
                .json();
        JsonNode seconds = result.path("seconds");
        double parts = 0;
        for (String part : List.of(
                "start of Java and the program",
                "opening the session",
                "splitting and checking",
                "beginning the run",
                "epochs",
                "saving and scores",
                "figures and report")) {
            assertTrue(seconds.path(part).isNumber(), part + " in " + result);
            parts += seconds.path(part).asDouble();
        }
        double total = result.path("to_report_s").asDouble();
        // What is between the parts is short, but another program may interrupt it.
        assertTrue(parts <= total + 0.01, result.toString());
        assertTrue(result.path("to_scores_s").asDouble() <= total, result.toString());
        double stages = 0;
        for (String stage : List.of("forward", "backward", "losses and their data", "update", "validation")) {
            stages += seconds.path(stage).asDouble();
        }
        assertTrue(stages <= seconds.path("epochs").asDouble() + 0.01, result.toString());
        assertEquals(12, seconds.size(), result.toString());
    }

    @Test
    void whatHasNoEffectIsRefused() {
        Answer answer = dalescope("bench", "--fit", "--scaling");
        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("remove --scaling"), answer.err());
    }
}
