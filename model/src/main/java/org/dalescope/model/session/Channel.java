package org.dalescope.model.session;

/**
 * An input channel of a recorded session, which drives the network.
 *
 * @param mean the value that was subtracted when the session was loaded (0 for events)
 * @param sd the value by which the channel was divided when the session was loaded (1 for events)
 */
public record Channel(String name, Kind kind, double mean, double sd) {
    /** The kind of signal that the channel carries. */
    public enum Kind {
        /** Steps and pulses, 0 or 1. */
        EVENT,
        /** A measured signal, z-scored when the session is loaded. */
        CONTINUOUS
    }

    public static Channel event(String name) {
        return new Channel(name, Kind.EVENT, 0, 1);
    }
}
