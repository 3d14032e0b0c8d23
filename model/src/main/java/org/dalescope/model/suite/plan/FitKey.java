package org.dalescope.model.suite.plan;

/**
 * One fit in the plan of a suite, identified by session, arm and seed.
 *
 * @param session name of the session's folder; the same for all fits of a suite with one session
 */
public record FitKey(String session, String arm, long seed) {
    /** The key as text, such as {@code tau-unit, seed 3}. */
    @Override
    public String toString() {
        return arm + ", seed " + seed;
    }
}
