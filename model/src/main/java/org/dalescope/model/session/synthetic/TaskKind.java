package org.dalescope.model.session.synthetic;

/** The tasks that synthetic subjects do. */
public enum TaskKind {
    /** A delayed response to one of four locations, with reward or without: the demo's. */
    DELAYED_RESPONSE,
    /** The same with targets of high or low salience, or of none. */
    DELAYED_SACCADE,
    /** A delayed reach to one of eight targets. */
    REACH,
    /** Press at one stimulus, withhold at the other. */
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
