package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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

    /** Two sessions of different sizes: the mean of their differences and Stouffer's z, by hand from their own files. */
    @Test
    void severalSessionsAreJudgedTogetherWithTheSessionAsTheUnit() throws IOException {
        Path one = Terminal.session(folder.resolve("one.dalescope"), 4, 2, 90, 20, 3);
        Path two = Terminal.session(folder.resolve("two.dalescope"), 3, 1, 100, 24, 4);
        Path out = folder.resolve("sessions");
        Answer answer = dalescope(
                "judge",
                one,
                two,
                "--folds",
                3,
                "--set",
                "training.epochs=2",
                "--set",
                "training.warmup_epochs=1",
                "--out",
                out,
                "--threads",
                1,
                "--json");
        assertEquals(0, answer.code(), answer.err());
        double[] values = new double[2];
        double z = 0;
        for (int i = 0; i < 2; i++) {
            JsonNode difference =
                    answer.json().at("/sessions/" + i + "/predictions/linear_model/bits_per_spike/difference_all");
            values[i] = difference.path("value").asDouble();
            z += values[i] / difference.path("standard_error").asDouble();
        }
        JsonNode row = null;
        for (JsonNode each : answer.json().path("differences")) {
            boolean wanted = each.path("compared_with").asString().equals("linear_model")
                    && each.path("score").asString().equals("bits_per_spike")
                    && each.path("neurons").asString().equals("all");
            row = wanted ? each : row;
        }
        assertNotNull(row);
        assertEquals((values[0] + values[1]) / 2, row.path("mean").asDouble(), 1e-12);
        assertEquals(z / Math.sqrt(2), row.path("stouffer_z").asDouble(), 1e-9);
        assertTrue(answer.json().at("/verdict/0").asString().startsWith("Over 2 sessions, the network is"));
        assertTrue(Files.readString(out.resolve("judgements.html")).contains("The session is the unit"));
        assertTrue(Files.size(out.resolve("figures/sessions-linear-model.svg")) > 1000);
        refused(dalescope("judge", one, one, "--out", folder.resolve("twice")), "Two sessions are named");
        Path few = Terminal.session(folder.resolve("few.dalescope"), 32, 8, 54, 24, 5);
        refused(dalescope("judge", one, few, "--folds", 3, "--out", folder.resolve("few")), "seed 5: A step has");
        assertFalse(Files.exists(folder.resolve("few")), "no session is fitted before all are checked");
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
