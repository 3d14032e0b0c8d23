package org.dalescope.app.ui.judge;

import java.nio.file.Path;
import org.dalescope.model.judge.Judgement;

/** The state of a background job that judges; each state is immutable and replaces the previous one. */
public sealed interface JudgeJobState {
    /** The engine is being loaded and the folds are made. */
    record Preparing() implements JudgeJobState {}

    /**
     * Fits are running.
     *
     * @param share finished share of the work, from 0 to 1
     * @param detail the progress as text
     */
    record Running(double share, String detail, String engine) implements JudgeJobState {}

    /** The judgement and its page are complete. */
    record Ended(Judgement judgement, Path page) implements JudgeJobState {}

    /** The judgement was stopped; the same folder continues it. */
    record Cancelled(String sentence) implements JudgeJobState {}

    /** The judgement failed. */
    record Failed(Throwable cause) implements JudgeJobState {}
}
