package org.dalescope.model.session;

/**
 * An input channel of the network.
 *
 * @param mean what was subtracted at load (0 for events)
 * @param sd what it was divided by at load (1 for events)
 */
public record Channel(String name, Kind kind, double mean, double sd) {
    /** What the channel carries. */
    public enum Kind {
        /** Steps and pulses, 0 or 1. */
        EVENT,
        /** A measured signal, z-scored at load. */
        CONTINUOUS
    }

    public static Channel event(String name) {
        return new Channel(name, Kind.EVENT, 0, 1);
    }
}
