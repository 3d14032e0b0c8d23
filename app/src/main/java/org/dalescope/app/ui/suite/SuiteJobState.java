package org.dalescope.app.ui.suite;

/** How far the suite on its thread is; each state is immutable and replaces the one before. */
public sealed interface SuiteJobState {
    /** The session is opened, the arms are checked. */
    record Preparing() implements SuiteJobState {}

    /** Fits are running; the picture is the newest. */
    record Running(SuiteSnapshot picture) implements SuiteJobState {}

    /** It ended or was stopped; what finished is in the folder. */
    record Ended(SuiteSnapshot picture) implements SuiteJobState {}

    /**
     * It was cancelled elsewhere, such as on the cluster, which is no failure; what finished is in the folder.
     *
     * @param sentence what was cancelled and how it continues
     */
    record CutShort(String sentence) implements SuiteJobState {}

    /** It broke off. */
    record Failed(Throwable cause) implements SuiteJobState {}
}
