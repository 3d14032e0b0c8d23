package org.dalescope.app.ui.jobs;

import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.execution.FitRun;

/** The state of a background job that runs a fit; each state is immutable and replaces the previous one. */
public sealed interface JobState {
    /** The engine is being loaded and the ceilings are being computed. */
    record Preparing() implements JobState {}

    /** Epochs are running; the snapshot is the newest. */
    record Running(RunSnapshot picture, String engine) implements JobState {}

    /** The run folder is complete. */
    record Ended(FitRun.Result result) implements JobState {}

    /** The fit failed. */
    record Failed(Throwable cause) implements JobState {}
}
