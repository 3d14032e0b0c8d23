package org.dalescope.model.run.store;

/** The status of a run. */
public enum RunStatus {
    RUNNING,
    STOPPED,
    EARLY_STOPPED,
    FINISHED,
    FAILED
}
