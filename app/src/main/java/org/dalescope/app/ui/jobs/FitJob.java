package org.dalescope.app.ui.jobs;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.execution.StorageRetry;

/**
 * A background job that runs a fit on a named daemon thread. The trainer's listener only replaces the state and the
 * window reads the newest state periodically, so that a fast fit does not flood the window.
 */
public final class FitJob extends BackgroundJob {
    private volatile JobState state = new JobState.Preparing();
    private final EngineFactory.Source engines;
    private final Consumer<String> notes;
    private final Supplier<Prepared> prepare;

    /**
     * A prepared fit that only needs an engine.
     *
     * @param preferred the engine to keep using, or AUTO
     * @param begin starts or continues the run
     */
    public record Prepared(Workload size, EngineRequest.Kind preferred, Function<RecurrentEngine, FitRun> begin) {}

    /**
     * A job that is not started yet.
     *
     * @param engines opens the engine, on the job's thread
     * @param notes receives notes on how the engine was chosen
     * @param prepare prepares the fit on the job's thread
     */
    public FitJob(EngineFactory.Source engines, Consumer<String> notes, Supplier<Prepared> prepare) {
        super("fit");
        this.engines = engines;
        this.notes = notes;
        this.prepare = prepare;
    }

    /** The newest state. */
    public JobState state() {
        return state;
    }

    /** Whether the fit is paused now. The state does not change until the fit continues. */
    public boolean isAnyFitPaused() {
        return control.isAnyFitPaused();
    }

    @Override
    protected void work() {
        try {
            Prepared prepared = prepare.get();
            try (RecurrentEngine engine = engines.open(prepared.size(), prepared.preferred(), notes)) {
                FitRun run = prepared.begin().apply(engine);
                run.damage().ifPresent(notes);
                run.engineChange(engine).ifPresent(notes);
                fit(run, engine);
            }
        } catch (Throwable thrown) {
            state = new JobState.Failed(thrown);
        }
    }

    private void fit(FitRun run, RecurrentEngine engine) {
        FitRun.Result result = run(run, engine);
        if (result.evaluation().isPresent()) {
            RunReport.write(result.folder());
        }
        state = new JobState.Ended(result);
    }

    private FitRun.Result run(FitRun run, RecurrentEngine engine) {
        try {
            RunSnapshot begun = RunSnapshot.before(run, engine.workers());
            state = new JobState.Running(begun, engine.description());
            return run.run(
                    engine,
                    control,
                    snapshot -> state = new JobState.Running(begun.after(snapshot, run.epochs()), engine.description()),
                    StorageRetry.saying(notes));
        } catch (RuntimeException | Error broken) {
            run.failed();
            throw broken;
        }
    }
}
