package org.dalescope.model.scoring;

/** The PSTH scores, each with the definition shown beside its number. */
public enum ScoreKind {
    PSTH_R(
            "psth_r",
            "Mean over neurons of Pearson's r between the model's and the data's masked trial averages, over bins with at"
                    + " least 10 valid trials, both smoothed with a Gaussian of sigma 25 ms.",
            true,
            25),
    PSTH_R_RAW(
            "psth_r_raw",
            "Mean over neurons of Pearson's r between the model's and the data's trial averages over all bins, no mask, no"
                    + " smoothing (the seed's score).",
            false,
            0),
    CONDITION_PSTH_R(
            "condition_psth_r",
            "Mean over neurons of Pearson's r between the model's and the data's masked trial averages of every level of every"
                    + " discrete factor, one after the other (of all trials where there is no factor); of each the bins with at"
                    + " least 10 valid trials, smoothed with a Gaussian of sigma 25 ms.",
            true,
            25);

    /** A bin enters a masked score with at least this many valid trials of the scored partition. */
    public static final int MINIMUM_TRIALS = 10;

    private final String key;
    private final String definition;
    private final boolean masked;
    private final double smoothingMs;

    ScoreKind(String key, String definition, boolean masked, double smoothingMs) {
        this.key = key;
        this.definition = definition;
        this.masked = masked;
        this.smoothingMs = smoothingMs;
    }

    /** Name in JSON and in tables. */
    public String key() {
        return key;
    }

    public String definition() {
        return definition;
    }

    /** Whether only valid bins are averaged. */
    public boolean masked() {
        return masked;
    }

    /** Whether the averages of all conditions stand one after the other, instead of that of all trials. */
    public boolean byCondition() {
        return this == CONDITION_PSTH_R;
    }

    /** Sigma of the Gaussian, ms; 0 for none. */
    public double smoothingMs() {
        return smoothingMs;
    }
}
