package org.dalescope.app.ui.jobs;

import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.execution.FitRun;

/** How far the fit on its thread is; each state is immutable and replaces the one before. */
public sealed interface JobState {
    /** The engine is being loaded, the ceilings computed. */
    record Preparing() implements JobState {}

    /** Epochs are running; the picture is the newest. */
    record Running(RunSnapshot picture, String engine) implements JobState {}

    /** The run folder is complete. */
    record Ended(FitRun.Result result) implements JobState {}

    /** It broke off. */
    record Failed(Throwable cause) implements JobState {}
}
