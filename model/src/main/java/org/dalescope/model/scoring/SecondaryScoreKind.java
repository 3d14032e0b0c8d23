package org.dalescope.model.scoring;

/** The kinds of secondary scores, each with the definition that is shown with its value. */
public enum SecondaryScoreKind {
    PSTH_R2_POOLED(
            "psth_r2_pooled",
            "",
            "1 - sum (model - data)^2 / sum (data - its neuron's mean over the bins)^2, both sums over neurons and"
                    + " bins of psth_r's smoothed trial averages. Unlike r, it depends on scale and offset; neurons"
                    + " with large modulation have the most weight."),
    PSTH_R2_MEDIAN(
            "psth_r2_median",
            "",
            "Median over neurons of 1 - sum (model - data)^2 / sum (data - its mean over the bins)^2 of psth_r's"
                    + " smoothed trial averages; e and i are medians over their neurons."),
    BITS_PER_SPIKE(
            "bits_per_spike",
            "bits/spike",
            "(log-likelihood of the spike counts in single valid bins under Poisson with the model's rates, minus"
                    + " that under each neuron's mean rate over the same bins) / (spikes x log 2), summed over"
                    + " neurons; rates below 0.01 sp/s count as 0.01. 0 is the score of the mean rate. The ceiling"
                    + " predicts every trial by the training trials' PSTH, smoothed with sigma 25 ms."),
    TRIAL_MATCHED_R(
            "trial_matched_r",
            "",
            "Mean r between model and data trials of population activity, divided by the mean r between data and"
                    + " data. A trial is the mean over neurons of the rates on its valid bins, smoothed with sigma"
                    + " 25 ms, minus the mean over trials of its own kind; r over bins valid in both trials (0 below"
                    + " 10). The trials are halved at random 20 times; half one of the model, or of the data, is"
                    + " matched one to one with half two of the data so that the sum of r is largest (Hungarian). 1"
                    + " means that model trials resemble data trials as much as data trials resemble each other;"
                    + " more is possible, because model trials are rates without spike noise; e and i take the mean"
                    + " over neurons of that type.");

    private final String key;
    private final String unit;
    private final String definition;

    SecondaryScoreKind(String key, String unit, String definition) {
        this.key = key;
        this.unit = unit;
        this.definition = definition;
    }

    /** The name in JSON and in tables. */
    public String key() {
        return key;
    }

    /** The unit of the value; empty for a pure number. */
    public String unit() {
        return unit;
    }

    public String definition() {
        return definition;
    }
}
