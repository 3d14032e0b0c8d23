package org.dalescope.model.math.stats;

import java.util.Arrays;

/**
 * The mean of one value per session, with the session as the unit: every session counts once, whatever its number of
 * trials and neurons.
 *
 * @param sessions with a defined value
 * @param low of Student's 95 % interval over sessions; NaN below two sessions
 * @param high of the interval
 */
public record MeanOverSessions(int sessions, double mean, double low, double high) {
    /** The mean of the values that are defined. */
    public static MeanOverSessions of(double[] values) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        StudentInterval interval = StudentInterval.of(defined);
        return new MeanOverSessions(defined.length, interval.mean(), interval.low(), interval.high());
    }
}
