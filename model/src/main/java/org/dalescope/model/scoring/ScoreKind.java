package org.dalescope.model.scoring;

/** The kinds of PSTH scores, each with the definition that is shown with its value. */
public enum ScoreKind {
    PSTH_R(
            "psth_r",
            "Mean over neurons of Pearson's r between the model's and the data's masked trial averages, over bins"
                    + " with at least 10 valid trials, both smoothed with a Gaussian of sigma 25 ms.",
            true,
            25),
    PSTH_R_RAW(
            "psth_r_raw",
            "Mean over neurons of Pearson's r between the model's and the data's trial averages over all bins, without"
                    + " mask and smoothing (the score of the earlier program).",
            false,
            0),
    CONDITION_PSTH_R(
            "condition_psth_r",
            "Mean over neurons of Pearson's r between the model's and the data's masked trial averages of every"
                    + " level of every discrete factor, one after the other (of all trials if there is no factor);"
                    + " of each the bins with at least 10 valid trials, smoothed with a Gaussian of sigma 25 ms.",
            true,
            25);

    /** The least number of valid trials of the scored partition that a bin needs to be used in a masked score. */
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

    /** The name in JSON and in tables. */
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

    /** Whether the averages of all conditions are concatenated, instead of using the average of all trials. */
    public boolean byCondition() {
        return this == CONDITION_PSTH_R;
    }

    /** The sigma of the Gaussian, ms; 0 for no smoothing. */
    public double smoothingMs() {
        return smoothingMs;
    }
}
