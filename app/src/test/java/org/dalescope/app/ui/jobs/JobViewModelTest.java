package org.dalescope.app.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineRequest;
import org.junit.jupiter.api.Test;

class JobViewModelTest {
    @Test
    void aRefusalOfTheEngineEndsTheJobAndIsHandedOnOnce() throws InterruptedException {
        List<JobState> ends = new ArrayList<>();
        JobViewModel model = new JobViewModel(picture -> {}, ends::add);
        InputError refusal = new InputError("There is no engine: install one.");
        FitJob job = new FitJob(
                (size, preferred, notes) -> {
                    throw refusal;
                },
                note -> {},
                () -> new FitJob.Prepared(new Workload(10, 10, 5, 1, 5), EngineRequest.Kind.AUTO, engine -> {
                    throw new AssertionError("no run may begin without an engine");
                }));
        model.start(job, "demo-1");
        assertTrue(model.runningProperty().get());
        assertEquals("Fit demo-1", model.titleProperty().get());
        job.join(10_000);
        model.pump();
        model.pump();
        assertFalse(model.runningProperty().get());
        assertEquals(1, ends.size());
        assertSame(
                refusal,
                assertInstanceOf(JobState.Failed.class, ends.getFirst()).cause());
    }

    @Test
    void timeLeftIsInWordsForAPerson() {
        assertEquals("4 s", JobViewModel.duration(4.2));
        assertEquals("3 min", JobViewModel.duration(170));
        assertEquals("2.5 h", JobViewModel.duration(9000));
    }
}
