package org.dalescope.model.suite.results;

/**
 * The verdict on an arm in a suite's results, from Student's 95 % interval of the mean paired difference to the base.
 */
public enum ArmVerdict {
    /** The interval is above 0. */
    BETTER("better"),
    /** The interval is below 0. */
    WORSE("worse"),
    /** The interval contains 0. */
    WITHIN_SEED_NOISE("smaller than seed noise"),
    /** Fewer than two seeds, so seed noise is unknown. */
    UNKNOWN("one seed: noise unknown"),
    /** The arm is the base or fitted to other neurons, or no seed has finished. */
    NONE("");

    private final String words;

    ArmVerdict(String words) {
        this.words = words;
    }

    /** The text in tables. */
    public String words() {
        return words;
    }

    static ArmVerdict of(PairedDifference difference) {
        if (difference.n() == 0) {
            return NONE;
        }
        if (difference.n() < 2) {
            return UNKNOWN;
        }
        if (difference.low() > 0) {
            return BETTER;
        }
        return difference.high() < 0 ? WORSE : WITHIN_SEED_NOISE;
    }
}
