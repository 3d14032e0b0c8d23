package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AnalyzeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path run = Path.of(".");

    @BeforeEach
    void fit() {
        run = folder.resolve("run");
        Answer fitted =
                dalescope("fit", Terminal.session(folder), "--epochs", 3, "--seed", 1, "--threads", 1, "--out", run);
        assertEquals(0, fitted.code(), fitted.err());
    }

    private static List<String> windows(JsonNode result) {
        List<String> windows = new ArrayList<>();
        result.at("/0/tables/selectivity_match/columns/window").forEach(window -> windows.add(window.asString()));
        return windows.stream().distinct().toList();
    }

    @Test
    void windowsAreChosenInMsOrInShares() {
        Answer standard = dalescope("analyze", run, "--only", "selectivity", "--json", "--threads", 1);
        assertEquals(List.of("whole", "first_third", "middle_third", "last_third"), windows(standard.json()));
        Answer chosen = dalescope(
                "analyze",
                run,
                "--only",
                "selectivity",
                "--window",
                "0:200",
                "--window",
                "0%:50%",
                "--json",
                "--threads",
                1);
        assertEquals(0, chosen.code(), chosen.err());
        assertEquals(List.of("0:200 ms", "0%:50%"), windows(chosen.json()));
        refused(dalescope("analyze", run, "--window", "200"), "'200' is not a window");
        refused(dalescope("analyze", run, "--window", "200:100"), "is empty");
    }

    /** Runs of two sessions: each by itself, then the mean over sessions of every statistic that both have. */
    @Test
    void runsOfSeveralSessionsAreAnalysedWithTheSessionAsTheUnit() throws IOException {
        Path session = Terminal.session(folder.resolve("other.dalescope"), 3, 2, 60, 24, 9);
        Path second = folder.resolve("second");
        assertEquals(
                0,
                dalescope("fit", session, "--epochs", 2, "--threads", 1, "--out", second)
                        .code());
        Path out = folder.resolve("both");
        Answer both = dalescope("analyze", run, second, "--only", "rates", "--json", "--out", out, "--threads", 1);
        assertEquals(0, both.code(), both.err());
        JsonNode table = both.json().at("/over_sessions/rates/columns");
        double sum = 0;
        int sessions = 0;
        for (String name : both.json().propertyNames()) {
            if (!name.equals("over_sessions")) {
                sum += both.json()
                        .path(name)
                        .at("/0/statistics/" + table.path("statistic").get(0).asString() + "/value")
                        .asDouble();
                sessions++;
            }
        }
        assertEquals(2, sessions);
        assertEquals(sum / 2, table.path("mean").get(0).asDouble(), 1e-12);
        assertTrue(Files.size(out.resolve("rates_over_sessions.csv")) > 50);
        Answer words = dalescope("analyze", run, second, "--only", "rates", "--threads", 1);
        assertTrue(words.out().contains("Over sessions: rates"), words.out());
    }

    @Test
    void aWindowThatNothingLooksAtIsAWarning() {
        Answer answer = dalescope("analyze", run, "--only", "rates", "--window", "0:200", "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().contains("--window has no effect"), answer.err());
    }

    /** Epochs 0, 1 and 2 of the series and the best one; the last r is that of the analysis of the best network alone. */
    @Test
    void selectivityIsFollowedOverTraining() throws IOException {
        Path out = folder.resolve("out");
        Answer course = dalescope(
                "analyze", run, "--only", "selectivity-over-training", "--json", "--out", out, "--threads", 1);
        assertEquals(0, course.code(), course.err());
        JsonNode columns = course.json().at("/0/tables/selectivity_over_training/columns");
        assertEquals(0, columns.path("epoch").get(0).asInt());
        Answer best = dalescope("analyze", run, "--only", "selectivity", "--json", "--threads", 1);
        for (String factor : List.of("reward", "location")) {
            double r = best.json()
                    .at("/0/statistics/selectivity_r_" + factor + "/value")
                    .asDouble();
            assertEquals(
                    r,
                    course.json()
                            .at("/0/statistics/selectivity_r_best_" + factor + "/value")
                            .asDouble(),
                    1e-9);
        }
        assertTrue(Files.size(out.resolve("selectivity_over_training.csv")) > 100);
        Files.delete(run.resolve("series.npz"));
        Answer without = dalescope("analyze", run, "--only", "selectivity-over-training", "--json", "--threads", 1);
        assertEquals(0, without.code(), without.err());
        assertTrue(without.json().at("/0/notes/0").asString().contains("series.npz"));
        assertEquals(
                course.json()
                        .at("/0/statistics/selectivity_r_start_reward/value")
                        .asDouble(),
                without.json()
                        .at("/0/statistics/selectivity_r_start_reward/value")
                        .asDouble(),
                1e-9);
    }
}
