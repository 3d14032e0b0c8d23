package org.dalescope.app.ui.suite;

/** The state of a running suite that the suite view shows; each state is immutable and replaces the previous one. */
public sealed interface SuiteJobState {
    /** The session is being opened and the arms are being checked. */
    record Preparing() implements SuiteJobState {}

    /** Fits are running; the snapshot is the newest. */
    record Running(SuiteSnapshot picture) implements SuiteJobState {}

    /** The suite ended or was stopped; the finished fits are in the folder. */
    record Ended(SuiteSnapshot picture) implements SuiteJobState {}

    /**
     * The suite was cancelled outside the window, for example on the cluster. This is not a failure; the finished fits
     * are in the folder.
     *
     * @param sentence a sentence that says what was cancelled and how to continue
     */
    record Cancelled(String sentence) implements SuiteJobState {}

    /** The suite failed. */
    record Failed(Throwable cause) implements SuiteJobState {}
}
