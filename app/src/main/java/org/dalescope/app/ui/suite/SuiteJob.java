package org.dalescope.app.ui.suite;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.app.ui.jobs.BackgroundJob;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteRun;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;

/** A running suite on a named daemon thread, which the suite view watches by reading its newest state periodically. */
public final class SuiteJob extends BackgroundJob {
    private volatile SuiteJobState state = new SuiteJobState.Preparing();
    private final EngineFactory.Source engines;
    private final Consumer<String> notes;
    private final Supplier<SuiteRequest> prepare;
    private final Supplier<SuiteLauncher> place;

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
        super("suite");
        this.engines = engines;
        this.notes = notes;
        this.prepare = prepare;
        this.place = place;
    }

    /** The newest state. */
    public SuiteJobState state() {
        return state;
    }

    /** The number of paused fits. After a request, each fit first ends its epoch. */
    public int pausedFits() {
        return control.pausedFits();
    }

    @Override
    protected void work() {
        try {
            SuiteRequest request = prepare.get();
            SuiteFolder folder = new SuiteFolder(request.out());
            SuiteProgressLog log =
                    new SuiteProgressLog(folder, picture -> state = new SuiteJobState.Running(picture), notes);
            SuiteResults results = SuiteRun.run(request, engines, place.get(), control, log);
            if (!control.isRaised()) {
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
