package org.dalescope.app.window.job;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.Patience;
import org.dalescope.model.training.StopSignal;

/**
 * A fit on a named daemon thread. The trainer's listener only replaces the state; whoever shows it reads the newest when
 * it likes, so that a fast fit does not flood the window.
 */
public final class FitJob {
    private volatile JobState state = new JobState.Preparing();
    private final StopSignal stop = new StopSignal();
    private final Engines.Source engines;
    private final Consumer<String> notes;
    private final Supplier<Prepared> prepare;
    private final Thread thread;

    /**
     * A fit that only wants its engine.
     *
     * @param preferred the engine to stay with, or AUTO
     * @param begin starts the run or goes on with it
     */
    public record Prepared(Workload size, EngineRequest.Kind preferred, Function<RecurrentEngine, FitRun> begin) {}

    /**
     * A job that does not run yet.
     *
     * @param engines opens the engine, on the job's thread
     * @param notes told how the engine was chosen
     * @param prepare makes ready what the engine is for, on the job's thread
     */
    public FitJob(Engines.Source engines, Consumer<String> notes, Supplier<Prepared> prepare) {
        this.engines = engines;
        this.notes = notes;
        this.prepare = prepare;
        this.thread = Thread.ofPlatform().name("fit").daemon().unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    /** The newest state. */
    public JobState state() {
        return state;
    }

    /** Asks the fit to end after the step it is in; the best epoch is kept. */
    public void stop() {
        stop.raise();
    }

    /** Asks the fit to rest after the epoch it is in, or to go on. */
    public void pause(boolean rest) {
        stop.pause(rest);
    }

    /** Whether the fit rests now; one that was asked to ends its epoch first. */
    public boolean isResting() {
        return stop.isResting();
    }

    /** Waits for the thread to end, so that the program does not leave half a run behind. */
    public void join(long ms) throws InterruptedException {
        thread.join(ms);
    }

    private void work() {
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
            RunPicture begun = RunPicture.before(run);
            state = new JobState.Running(begun, engine.description());
            return run.run(
                    engine,
                    stop,
                    snapshot -> state = new JobState.Running(
                            begun.after(snapshot, run.state(), run.epochs()), engine.description()),
                    Patience.saying(notes));
        } catch (RuntimeException | Error broken) {
            run.failed();
            throw broken;
        }
    }
}
