package org.dalescope.app.ui.suite;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteRun;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.FitControl;

/** A running suite on a named daemon thread, which the suite view watches by reading its newest state periodically. */
public final class SuiteJob {
    private volatile SuiteJobState state = new SuiteJobState.Preparing();
    private final FitControl stop = new FitControl();
    private final EngineFactory.Source engines;
    private final Consumer<String> notes;
    private final Supplier<SuiteRequest> prepare;
    private final Supplier<SuiteLauncher> place;
    private final Thread thread;

    /**
     * A job that is not started yet.
     *
     * @param engines opens an engine for every fit, on the fits' threads
     * @param notes receives messages for the user
     * @param prepare prepares the suite on the job's thread
     * @param place gives the launcher of the fits, on the job's thread
     */
    public SuiteJob(
            EngineFactory.Source engines,
            Consumer<String> notes,
            Supplier<SuiteRequest> prepare,
            Supplier<SuiteLauncher> place) {
        this.engines = engines;
        this.notes = notes;
        this.prepare = prepare;
        this.place = place;
        this.thread = Thread.ofPlatform().name("suite").daemon().unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    /** The newest state. */
    public SuiteJobState state() {
        return state;
    }

    /** Asks the fits to end after the current step; finished fits are kept, unfinished ones can be continued. */
    public void stop() {
        stop.raise();
    }

    /** Asks the fits to pause after the current epoch, or to continue. */
    public void pause(boolean rest) {
        stop.pause(rest);
    }

    /** The number of paused fits. After a request, each fit first ends its epoch. */
    public int pausedFits() {
        return stop.pausedFits();
    }

    /** Waits for the thread to end, so that the program does not leave an incomplete fit behind. */
    public void join(long ms) throws InterruptedException {
        thread.join(ms);
    }

    private void work() {
        try {
            SuiteRequest request = prepare.get();
            SuiteFolder folder = new SuiteFolder(request.out());
            SuiteProgressLog log =
                    new SuiteProgressLog(folder, picture -> state = new SuiteJobState.Running(picture), notes);
            SuiteResults results = SuiteRun.run(request, engines, place.get(), stop, log);
            if (!stop.isRaised()) {
                SuiteReport.write(folder, results);
            }
            state = new SuiteJobState.Ended(SuiteSnapshot.ofStopped(folder, results));
        } catch (CancelledException cancelled) {
            state = new SuiteJobState.Cancelled(String.valueOf(cancelled.getMessage()));
        } catch (Throwable thrown) {
            state = new SuiteJobState.Failed(thrown);
        }
    }
}
