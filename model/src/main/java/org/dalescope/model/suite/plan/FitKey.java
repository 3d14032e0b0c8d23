package org.dalescope.model.suite.plan;

/**
 * One fit of a suite.
 *
 * @param session name of the session's folder; the same for all cells of a suite with one session
 */
public record FitKey(String session, String arm, long seed) {
    /** Such as {@code tau-unit, seed 3}. */
    @Override
    public String toString() {
        return arm + ", seed " + seed;
    }
}
