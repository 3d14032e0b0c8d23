package org.dalescope.model.settings;

import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.settings.schema.Setting;

/** What of the session is used. */
public record DataSettings(
        @Setting(
                label = "Trial starts at",
                value = "array-start",
                help = "From where a trial's duration is counted to find its valid bins. 'array-start' is what the"
                        + " predecessor did and keeps scores comparable; 'time-zero' counts from the alignment event.")
        MaskOrigin maskOrigin,

        @Setting(
                label = "Leave out aborted trials",
                value = "on",
                help =
                        "Leaves out trials that end before their first whole bin. They carry no masked data, yet would count in"
                                + " the unmasked score.")
        boolean excludeAborted,

        @Setting(
                label = "Validation share",
                value = "0.2",
                min = 0.02,
                max = 0.6,
                help = "Share of the trials on which early stopping and the scores look, stratified by the session's"
                        + " factors. No effect where the split is given.")
        double validationShare,

        @Setting(
                label = "Test share",
                value = "0.1",
                min = 0,
                max = 0.6,
                help = "Share of the trials kept sealed until the test scores are asked for, once per run. No effect"
                        + " where the split is given.")
        double testShare,

        @Setting(
                label = "Seed of the split",
                value = "1",
                min = 0,
                max = 1000000,
                help = "Draws the split apart from the fit's own seed, so that fits with different seeds are compared"
                        + " on the same trials. No effect where the split is given.")
        int splitSeed,

        @Setting(
                label = "Split",
                value = "stratified",
                help =
                        "'stratified' draws trials at random, every combination of factors in every part; 'blocks' trains on"
                                + " the first trials, validates on the next and tests on the last, so that drift over the session"
                                + " counts against the fit. No effect where the split is given.")
        SplitKind split,

        @Setting(
                label = "Factors of the split",
                value = "all",
                ofSession = true,
                help = "Which factors a stratified split balances: 'all' discrete ones, 'none', or names such as"
                        + " location,reward. No effect where the split is given.")
        String splitFactors,

        @Setting(
                label = "Folds",
                value = "0",
                min = 0,
                max = 100,
                help =
                        "K-fold cross-validation: the trials that are not for testing are divided into so many folds, of which"
                                + " data.fold validates and the others train. 0 and 1 for none. No effect where the split is given.")
        int folds,

        @Setting(
                label = "Fold",
                value = "1",
                min = 1,
                max = 100,
                help = "The fold that validates, from 1 to data.folds. The test trials are the same for every fold.")
        int fold,

        @Setting(
                label = "Leave out neurons",
                value = "",
                ofSession = true,
                help = "Ids of neurons that are not fitted, such as 3,7,10-14. Scores say how many were left out.")
        String excludeNeurons,

        @Setting(
                label = "Leave out trials",
                value = "",
                ofSession = true,
                help = "Ids of trials that are not used, such as 3,7,10-14; they leave every part of the split.")
        String excludeTrials,

        @Setting(
                label = "Leave out inputs",
                value = "",
                ofSession = true,
                help = "Names of input channels that the network does not see, such as eye_x,eye_y.")
        String excludeChannels,

        @Setting(
                label = "Cell types",
                value = "",
                ofSession = true,
                help = "Corrections of cell types, such as 12=E, 31-33=I, 5=leave out. A neuron of unknown type cannot"
                        + " be fitted.")
        String neuronTypes) {

    /** Whether the split is one of several folds. */
    public boolean isFolded() {
        return folds > 1;
    }

    /** What is left out of a session or corrected in it before it is split. */
    public Curation curation() {
        return new Curation(excludeNeurons, excludeTrials, excludeChannels, neuronTypes);
    }
}
