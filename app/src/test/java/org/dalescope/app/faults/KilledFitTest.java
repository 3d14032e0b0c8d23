package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits and suites that are killed at random moments and resumed end as if nothing had happened. */
@Tag("faults")
class KilledFitTest {
    private static final int KILLS = 100;
    private static final int SUITE_KILLS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void hundredKillsAndEveryBitIsThere() throws IOException, InterruptedException {
        Path session = Program.session(folder);
        Path whole = folder.resolve("whole");
        Program.run(folder.resolve("whole.err"), Program.fit(session, whole));
        Random random = new Random(8);
        int kills = 0;
        int fits = 0;
        while (kills < KILLS) {
            Path run = folder.resolve("run-" + fits);
            Path err = folder.resolve("run-" + fits++ + ".err");
            boolean over = false;
            while (!over) {
                boolean begun = Files.exists(run.resolve("run.json"));
                if (!begun && Files.exists(run)) {
                    // Killed before there was a run: nothing to resume, the folder is given up.
                    run = folder.resolve("run-" + fits++);
                }
                Program program = begun
                        ? Program.start(err, "fit", "--resume", run, "--threads", 1, "--engine", "fused")
                        : Program.start(err, Program.fit(session, run));
                boolean killed = kills < KILLS && program.killAfter(300 + random.nextInt(3700));
                kills += killed ? 1 : 0;
                if (!killed) {
                    over = program.end() == 0;
                    assertTrue(over, program.said());
                }
            }
            assertEquals(Program.bits(whole), Program.bits(run));
            assertEquals(
                    RunStatus.FINISHED, RunDescription.read(new RunFolder(run)).status());
        }
        System.err.println(kills + " kills of " + fits + " fits: every bit is there");
    }

    @Test
    void aSuiteThatIsKilledLosesNothingAndRepeatsNothing() throws IOException, InterruptedException {
        Path session = Program.session(folder);
        Path plan = Files.writeString(folder.resolve("plan.json"), """
                {"name": "kills", "settings": {"training": {"epochs": 600, "patience": 600}}, "seeds": [1, 2, 3],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}]}""");
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        Program.run(folder.resolve("whole.err"), suite(plan, session, whole));
        Random random = new Random(9);
        int kills = 0;
        Path err = folder.resolve("killed.err");
        while (kills < SUITE_KILLS) {
            boolean running = Program.start(err, suite(plan, session, killed)).killAfter(500 + random.nextInt(2500));
            if (!running) {
                break;
            }
            kills++;
        }
        Program.run(err, suite(plan, session, killed));
        assertEquals(table(whole), table(killed));
        long before = Files.getLastModifiedTime(killed.resolve("runs")).toMillis();
        Program.run(err, suite(plan, session, killed));
        assertEquals(before, Files.getLastModifiedTime(killed.resolve("runs")).toMillis(), "nothing is run twice");
        System.err.println(kills + " kills of a suite: the same table");
        assertTrue(kills >= SUITE_KILLS / 2, "the suite lasted for " + kills + " kills only");
    }

    /** The table but for its columns of seconds. */
    private static List<List<String>> table(Path suite) throws IOException {
        List<String[]> rows = Files.readAllLines(suite.resolve("comparison.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
        List<String> columns = List.of(rows.getFirst());
        return rows.stream()
                .map(row -> IntStream.range(0, columns.size())
                        .filter(i -> !columns.get(i).endsWith("_s"))
                        .mapToObj(i -> row[i])
                        .toList())
                .toList();
    }

    private static Object[] suite(Path plan, Path session, Path out) {
        return new Object[] {"suite", plan, "--session", session, "--threads", 1, "--out", out};
    }
}
