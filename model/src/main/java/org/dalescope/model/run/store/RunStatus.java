package org.dalescope.model.run.store;

/** The status of a run, as the file {@code run.json} of its run folder states it. */
public enum RunStatus {
    RUNNING,
    STOPPED,
    EARLY_STOPPED,
    FINISHED,
    FAILED
}
