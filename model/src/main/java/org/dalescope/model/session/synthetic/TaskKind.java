package org.dalescope.model.session.synthetic;

/** The kinds of synthetic tasks, from which made-up sessions are generated. */
public enum TaskKind {
    /** A delayed response to one of four locations, with or without reward: the task of the demo session. */
    DELAYED_RESPONSE,
    /** A delayed response to targets of high or low salience, or of no salience. */
    DELAYED_SACCADE,
    /** A delayed reach to one of eight targets. */
    REACH,
    /** A lever press at one stimulus, and no press at the other. */
    GO_NO_GO;

    SyntheticTask task() {
        return switch (this) {
            case DELAYED_RESPONSE -> new DelayedSaccade(false);
            case DELAYED_SACCADE -> new DelayedSaccade(true);
            case REACH -> new Reach();
            case GO_NO_GO -> new GoNoGo();
        };
    }
}
