package org.dalescope.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueryTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        RunNotes notes = new RunNotes(List.of("figure 2", "good"), "Looks odd after the reward", false);
        notes.write(MadeRuns.write(
                folder,
                MadeRuns.Made.named("run-2")
                        .at("2026-02-01T00:00:00Z")
                        .scoring(0.3)
                        .learning("unit")));
        MadeRuns.write(
                folder,
                MadeRuns.Made.named("run-10")
                        .at("2026-01-01T00:00:00Z")
                        .scoring(0.5)
                        .with("STOPPED", "circuit"));
    }

    @Test
    void wordsAreFoundInEveryPlaceOfARun() {
        assertEquals(List.of("run-2", "run-10"), found(""));
        assertEquals(List.of("run-10"), found("RUN-1"));
        assertEquals(List.of("run-2", "run-10"), found("newton"));
        assertEquals(List.of("run-10"), found("circuit"));
        assertEquals(List.of("run-10"), found("state:stopped"));
        assertEquals(List.of("run-2"), found("tag:good"));
        assertEquals(List.of("run-2"), found("\"figure 2\""));
        assertEquals(List.of("run-2"), found("odd reward"));
        assertEquals(List.of(), found("odd circuit"));
        assertEquals(List.of("run-2"), found("note:reward"));
        assertEquals(List.of(), found("note:good"));
    }

    @Test
    void settingsAreFoundByTheEndOfTheirKeyAndByTheirSize() {
        assertEquals(List.of("run-2"), found("tau.learned=unit"));
        assertEquals(List.of("run-10"), found("network.tau.learned=Population"));
        assertEquals(List.of("run-2", "run-10"), found("epochs=50.0"));
        assertEquals(List.of(), found("learned=nothing"));
    }

    @Test
    void numbersAreCompared() {
        assertEquals(List.of("run-10"), found("score>0.4"));
        assertEquals(List.of("run-2"), found("score<=0.3"));
        assertEquals(List.of("run-10"), found("score=0.50"));
        assertEquals(List.of("run-10"), found("circuit score >= 0.5 state:stopped"));
        assertEquals(List.of("run-2", "run-10"), found("epochs<100"));
        assertEquals(List.of(), found("epochs>50"));
        assertEquals(List.of("run-2", "run-10"), found("training.epochs>=50"));
        assertEquals(List.of("run-10"), found("epochs>=50 score>0.4 state:stopped"));
    }

    @Test
    void wordsAreNotCompared() {
        assertEquals(List.of(), found("tau.learned>a"));
        assertEquals(List.of(), found("score>high"));
        assertEquals(List.of(), found("epochs<"));
        assertEquals(List.of(), found("nothing>0"));
    }

    @Test
    void aRunWithoutScoreIsNeitherAboveNorBelow() throws IOException {
        MadeRuns.write(
                folder, MadeRuns.Made.named("run-3").at("2026-03-01T00:00:00Z").scoring(Double.NaN));
        assertEquals(List.of("run-3", "run-2", "run-10"), found(""));
        assertEquals(List.of("run-2", "run-10"), found("score>=0"));
        assertEquals(List.of(), found("score<0"));
    }

    @Test
    void runsAreSortedByTimeScoreAndName() {
        List<RunEntry> runs = new RunCatalogue(folder).read().runs();
        assertEquals(List.of("run-2", "run-10"), names(runs, RunOrder.NEWEST));
        assertEquals(List.of("run-10", "run-2"), names(runs, RunOrder.SCORE));
        assertEquals(List.of("run-2", "run-10"), names(runs, RunOrder.NAME));
    }

    private List<String> found(String line) {
        RunQuery query = RunQuery.of(line);
        return new RunCatalogue(folder)
                .read().runs().stream()
                        .filter(query::matches)
                        .map(RunEntry::name)
                        .toList();
    }

    private static List<String> names(List<RunEntry> runs, RunOrder order) {
        return runs.stream().sorted(order.comparator()).map(RunEntry::name).toList();
    }
}
