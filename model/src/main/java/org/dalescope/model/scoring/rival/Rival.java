package org.dalescope.model.scoring.rival;

/** The simple predictions that a network is compared with, each with the definition that is shown with its scores. */
public enum Rival {
    CONSTANT_RATE(
            "constant_rate", "a constant rate", "Every neuron's mean rate over the valid bins of the training trials."),
    TRAINING_PSTH(
            "training_psth",
            "the training PSTH",
            "Every neuron's average over the valid training trials of each bin; 0 in bins that no training trial"
                    + " reaches."),
    SMOOTHED_PSTH(
            "smoothed_psth",
            "the smoothed training PSTH",
            "The training PSTH smoothed over time, each bin weighted by its number of valid trials, with a Gaussian of"
                    + " sigma 25, 50, 75, 100, 150 or 200 ms: the one with the most bits per spike on the validation"
                    + " trials."),
    CONDITION_PSTH(
            "condition_psth",
            "the PSTH of the condition",
            "The smoothed PSTH of the training trials of the same condition (the combination of all discrete factors),"
                    + " with the sigma that is best on the validation trials; the smoothed training PSTH in bins with"
                    + " fewer than 3 valid training trials of the condition."),
    LINEAR_MODEL(
            "linear_model",
            "the linear model",
            "A linear encoding model: a constant, the mean of every input channel over the windows of 0-2, 2-4, 4-6,"
                    + " 6-9, 9-13, 13-18, 18-25 and 25-35 bins back, and a smooth course over time of 25 Gaussian"
                    + " bumps, fitted to the valid training bins by ridge regression. The penalty (3 to 10,000) is the"
                    + " one with the most bits per spike on the validation trials; rates are at least 5 % of the"
                    + " neuron's mean.");

    private final String key;
    private final String label;
    private final String definition;

    Rival(String key, String label, String definition) {
        this.key = key;
        this.label = label;
        this.definition = definition;
    }

    /** The name in JSON and in tables. */
    public String key() {
        return key;
    }

    /** The name in a sentence. */
    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }
}
