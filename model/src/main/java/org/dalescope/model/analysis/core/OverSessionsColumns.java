package org.dalescope.model.analysis.core;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.math.stats.Stouffer;

/** The columns of every table over sessions: a mean with its interval, and Stouffer's test. */
public final class OverSessionsColumns {
    public static final List<String> NAMES = List.of("sessions", "mean", "low", "high", "stouffer_z", "stouffer_p");

    private OverSessionsColumns() {}

    /** The numbers of a row. */
    public static DoubleStream of(MeanOverSessions mean, Stouffer test) {
        return DoubleStream.of(mean.sessions(), mean.mean(), mean.low(), mean.high(), test.z(), test.p());
    }
}
