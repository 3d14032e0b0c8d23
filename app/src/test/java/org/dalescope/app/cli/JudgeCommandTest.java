package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JudgeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aJudgementSaysItsPlanFirstAndEndsInAVerdictAndAPage() throws IOException {
        Path session = Terminal.session(folder);
        Path out = folder.resolve("judged");
        Answer answer = dalescope(
                "judge",
                session,
                "--folds",
                3,
                "--recurrence",
                "--set",
                "training.epochs=3",
                "--set",
                "training.warmup_epochs=1",
                "--out",
                out,
                "--threads",
                1);
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().contains("3 folds x 2 fits = 6 fits of at most 3 epochs."), answer.err());
        assertTrue(answer.err().contains("Fit 6 of 6: the network without recurrence, fold 3, seed 1."), answer.err());
        for (String words : List.of("the linear model", "n/a", "On sealed trials, the network is", "Recurrence adds")) {
            assertTrue(answer.out().contains(words), words + " in " + answer.out());
        }
        String page = Files.readString(out.resolve("judgement.html"));
        for (String words : List.of("On sealed trials", "over neurons", "the PSTH of the condition", "Repeat with")) {
            assertTrue(page.contains(words), words);
        }
        Answer again = dalescope(
                "judge",
                session,
                "--folds",
                3,
                "--recurrence",
                "--set",
                "training.epochs=3",
                "--set",
                "training.warmup_epochs=1",
                "--out",
                out,
                "--threads",
                1,
                "--json");
        JsonNode judged = again.json();
        assertEquals(3, judged.path("folds").asInt());
        assertTrue(judged.at("/predictions/constant_rate/psth_r/value").isNull());
        assertTrue(judged.at("/predictions/constant_rate/psth_r/value_reason")
                .asString()
                .contains("varies"));
        assertTrue(judged.at("/predictions/linear_model/bits_per_spike/difference_e/words")
                .isString());
        assertEquals(3, judged.at("/predictions/network/folds").size());
    }

    @Test
    void wrongOptionsGetOneSentence() throws IOException {
        Path session = Terminal.session(folder);
        refused(dalescope("judge", session, "--folds", 2, "--out", folder.resolve("a")), "3 to 50 folds");
        refused(
                dalescope("judge", session, "--set", "data.folds=4", "--out", folder.resolve("b")),
                "data.folds has no effect");
        refused(dalescope("judge", session, "--folds", 40, "--out", folder.resolve("c")), "too few for 40");
    }
}
