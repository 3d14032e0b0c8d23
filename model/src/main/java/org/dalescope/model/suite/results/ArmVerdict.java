package org.dalescope.model.suite.results;

/** What the seeds' paired differences to the base say, by Student's 95 % interval of their mean. */
public enum ArmVerdict {
    /** The interval lies above 0. */
    BETTER("better"),
    /** The interval lies below 0. */
    WORSE("worse"),
    /** The interval holds 0. */
    WITHIN_SEED_NOISE("smaller than seed noise"),
    /** Fewer than two seeds: their noise is not known. */
    UNKNOWN("one seed: noise unknown"),
    /** The base itself, or no seed finished. */
    NONE("");

    private final String words;

    ArmVerdict(String words) {
        this.words = words;
    }

    /** As in tables. */
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
