package org.dalescope.app.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysesViewModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static FittedSeeds fitted;

    private final Deque<Runnable> elsewhere = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private AnalysesViewModel model;

    @BeforeAll
    static void fit() {
        fitted = FittedSeeds.in(folder);
    }

    @BeforeEach
    void open() {
        model = new AnalysesViewModel(
                (size, preferred, notes) -> new FusedEngine(1),
                () -> Optional.of(fitted.session()),
                elsewhere::add,
                Runnable::run,
                warnings::add);
    }

    private void show() {
        model.show(RunSnapshot.read(fitted.runs().getFirst()));
    }

    private AnalysisResult done() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
        return assertInstanceOf(AnalysisState.Done.class, model.stateProperty().get())
                .result();
    }

    /** The table's data are spikes over time, counted here. */
    @Test
    void theRatesOfTheDataAreSpikesOverTime() {
        show();
        assertInstanceOf(AnalysisState.Working.class, model.stateProperty().get());
        assertEquals(2, model.seeds().size());
        AnalysisResult result = done();
        assertEquals("rates", result.name());
        Session session = fitted.session();
        Fit fit = FitRun.fit(fitted.runs().getFirst(), session);
        Mask mask = fit.mask();
        double sum = 0;
        int bins = 0;
        for (int trial : session.positions(fit.split().validation())) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    sum += session.rate(trial, bin, 0);
                    bins++;
                }
            }
        }
        Table table = result.tables().getFirst();
        assertEquals(sum / bins, ((Table.Numbers) table.columns().get(2)).values()[0], 1e-4);
    }

    @Test
    void aResultIsKeptUntilThePartitionChanges() {
        show();
        AnalysisResult first = done();
        model.kindProperty().set(AnalysisKind.CONNECTIVITY);
        done();
        model.kindProperty().set(AnalysisKind.RATES);
        assertSame(
                first,
                assertInstanceOf(AnalysisState.Done.class, model.stateProperty().get())
                        .result());
        show();
        assertTrue(elsewhere.isEmpty(), "nothing is computed again for the same run");
        model.partitionProperty().set(Partition.TRAIN);
        assertInstanceOf(AnalysisState.Working.class, model.stateProperty().get());
        assertNotSame(first, done());
    }

    @Test
    void theNewestWishCounts() {
        show();
        model.kindProperty().set(AnalysisKind.CONNECTIVITY);
        assertEquals(2, elsewhere.size());
        elsewhere.removeLast().run();
        assertEquals(
                "connectivity",
                assertInstanceOf(AnalysisState.Done.class, model.stateProperty().get())
                        .result()
                        .name());
        elsewhere.remove().run();
        assertEquals(
                "connectivity",
                assertInstanceOf(AnalysisState.Done.class, model.stateProperty().get())
                        .result()
                        .name());
    }

    @Test
    void whatIsCancelledIsGivenUpAndMayBeAskedForAgain() {
        show();
        model.cancel();
        assertInstanceOf(AnalysisState.Without.class, model.stateProperty().get());
        elsewhere.remove().run();
        assertInstanceOf(AnalysisState.Without.class, model.stateProperty().get());
        model.refresh();
        done();
    }

    /** Looking at the test partition is asked first and then counted, once in every run, however many analyses look at it. */
    @Test
    void theTestPartitionIsOpenedOnPurposeAndCounted() {
        int before = RunDescription.read(fitted.runs().getFirst()).testOpened();
        model.partitionProperty().set(Partition.TEST);
        show();
        assertInstanceOf(AnalysisState.AsksForTest.class, model.stateProperty().get());
        assertTrue(elsewhere.isEmpty());
        model.openTest();
        done();
        model.kindProperty().set(AnalysisKind.CONNECTIVITY);
        done();
        for (var run : fitted.runs()) {
            assertEquals(before + 1, RunDescription.read(run).testOpened());
        }
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        AnalysesViewModel gone = new AnalysesViewModel(
                (size, preferred, notes) -> {
                    throw new org.dalescope.model.common.InputError("No engine here: install one.");
                },
                Optional::empty,
                Runnable::run,
                Runnable::run,
                warnings::add);
        gone.show(RunSnapshot.read(fitted.runs().getFirst()));
        assertEquals(
                new AnalysisState.Without("No engine here: install one."),
                gone.stateProperty().get());
        gone.none("No run is on show.");
        assertInstanceOf(AnalysisState.NoRun.class, gone.stateProperty().get());
    }
}
