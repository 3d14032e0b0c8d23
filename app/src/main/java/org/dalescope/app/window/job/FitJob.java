package org.dalescope.app.window.job;

import java.util.function.Function;
import java.util.function.Supplier;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.training.StopSignal;

/**
 * A fit on a named daemon thread. The trainer's listener only replaces the state; whoever shows it reads the newest when
 * it likes, so that a fast fit does not flood the window.
 */
public final class FitJob {
    private volatile JobState state = new JobState.Preparing();
    private final StopSignal stop = new StopSignal();
    private final Supplier<RecurrentEngine> engines;
    private final Function<RecurrentEngine, FitRun> begin;
    private final Thread thread;

    /**
     * A job that does not run yet.
     *
     * @param engines opens the engine, on the job's thread
     * @param begin starts a run or goes on with one
     */
    public FitJob(Supplier<RecurrentEngine> engines, Function<RecurrentEngine, FitRun> begin) {
        this.engines = engines;
        this.begin = begin;
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

    /** Waits for the thread to end, so that the program does not leave half a run behind. */
    public void join(long ms) throws InterruptedException {
        thread.join(ms);
    }

    private void work() {
        try (RecurrentEngine engine = engines.get()) {
            FitRun run = begin.apply(engine);
            FitRun.Result result = run(run, engine);
            if (result.evaluation().isPresent()) {
                RunReport.write(result.folder());
            }
            state = new JobState.Ended(result);
        } catch (Throwable thrown) {
            state = new JobState.Failed(thrown);
        }
    }

    private FitRun.Result run(FitRun run, RecurrentEngine engine) {
        try {
            RunPicture begun = RunPicture.before(run);
            state = new JobState.Running(begun, engine.description());
            return run.run(engine, stop, snapshot -> {
                state = new JobState.Running(begun.after(snapshot, run.state()), engine.description());
            });
        } catch (RuntimeException | Error broken) {
            run.failed();
            throw broken;
        }
    }
}
