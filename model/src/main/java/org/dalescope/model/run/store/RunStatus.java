package org.dalescope.model.run.store;

/** How far a run is. */
public enum RunStatus {
    RUNNING,
    STOPPED,
    EARLY_STOPPED,
    FINISHED,
    FAILED
}
