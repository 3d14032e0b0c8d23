package org.dalescope.model.settings;

import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.settings.schema.Setting;
import org.dalescope.model.settings.schema.SettingsSection;

/** The settings that choose the data of a fit: the valid bins, the trials, the neurons and the split. */
public record DataSettings(
        @Setting(
                label = "Trial start",
                value = "array-start",
                help = "The point from which a trial's duration is counted to find its valid bins. 'array-start' counts"
                        + " from the first bin, as the earlier program does, so that scores can be compared with it;"
                        + " 'time-zero' counts from the alignment event.")
        MaskOrigin maskOrigin,

        @Setting(
                label = "Leave out aborted trials",
                value = "on",
                help = "Leaves out trials that end before their first whole bin. They have no valid bins, but would"
                        + " count in the score without a mask (psth_r_raw).")
        boolean excludeAborted,

        @Setting(
                noEffect = "data.folds>1; the folds decide how many trials validate",
                unlessSplitGiven = true,
                label = "Validation share",
                value = "0.2",
                min = 0.02,
                max = 0.6,
                help = "Share of the trials that are used for early stopping and for the scores. No effect if the split"
                        + " is given.")
        double validationShare,

        @Setting(
                unlessSplitGiven = true,
                label = "Test share",
                value = "0.1",
                min = 0,
                max = 0.6,
                help = "Share of the trials that stay unused until the test scores are requested, once per run. No"
                        + " effect if the split is given.")
        double testShare,

        @Setting(
                noEffect = "data.split=blocks",
                unlessSplitGiven = true,
                label = "Split seed",
                value = "1",
                min = 0,
                max = 1000000,
                help = "Seed of the random split. It is separate from the seed of the fit, so that fits with different"
                        + " seeds are compared on the same trials. No effect if the split is given.")
        int splitSeed,

        @Setting(
                unlessSplitGiven = true,
                label = "Split",
                value = "stratified",
                help = "'stratified' draws trials at random, with every combination of factors in every part; 'blocks'"
                        + " trains on the first trials, validates on the next and tests on the last, so that a drift"
                        + " over the session lowers the score. No effect if the split is given.")
        SplitKind split,

        @Setting(
                noEffect = "data.split=blocks",
                unlessSplitGiven = true,
                label = "Split factors",
                value = "all",
                ofSession = true,
                help = "The factors that a stratified split balances: 'all' discrete factors, 'none', or names such as"
                        + " location,reward. No effect if the split is given.")
        String splitFactors,

        @Setting(
                noEffect = "data.folds=1; there are no folds",
                unlessSplitGiven = true,
                label = "Folds",
                value = "0",
                min = 0,
                max = 100,
                help = "Number of folds of a K-fold cross-validation. The trials that are not test trials are divided"
                        + " into this many folds; fold data.fold is for validation and the others are for training. 0"
                        + " or 1 means no cross-validation. No effect if the split is given.")
        int folds,

        @Setting(
                noEffect = "data.folds<2; there are no folds",
                unlessSplitGiven = true,
                label = "Validation fold",
                value = "1",
                min = 1,
                max = 100,
                help = "The number of the fold that is used for validation, from 1 to data.folds. The test trials are"
                        + " the same for every fold.")
        int fold,

        @Setting(
                label = "Leave out neurons",
                value = "",
                ofSession = true,
                help = "Ids of neurons that are not fitted, such as 3,7,10-14. The scores state how many were left"
                        + " out.")
        String excludeNeurons,

        @Setting(
                label = "Leave out trials",
                value = "",
                ofSession = true,
                help = "Ids of trials that are not used, such as 3,7,10-14. They are removed from every part of the"
                        + " split.")
        String excludeTrials,

        @Setting(
                label = "Leave out inputs",
                value = "",
                ofSession = true,
                help = "Names of input channels that the network does not receive, such as eye_x,eye_y.")
        String excludeChannels,

        @Setting(
                label = "Cell types",
                value = "",
                ofSession = true,
                help = "Corrections of cell types, such as 12=E, 31-33=I, 7=U, 5=leave out. The outgoing weights of a"
                        + " neuron of unknown type (U) may have both signs.")
        String neuronTypes,

        @Setting(
                label = "Brain areas",
                value = "",
                ofSession = true,
                help = "Areas whose neurons are fitted, such as V1,SC. Empty: all areas.")
        String areas,

        @Setting(
                label = "Fitted cell types",
                value = "",
                ofSession = true,
                help =
                        "Types whose neurons are fitted: E, I or U (unknown), separated by commas. Neurons of other types"
                                + " are left out, and the network has hidden units in their place, unless network.hidden_e and"
                                + " network.hidden_i give the numbers. Empty: all types.")
        String fittedTypes,

        @Setting(
                label = "Inputs from factors",
                value = "",
                ofSession = true,
                help = "Input channels that are made from factors, separated by commas: 'reward from trial-start' is"
                        + " the level of reward as a step; 'reward by location from go_signal for 100' is a pulse of"
                        + " 100 ms with a channel per location; 'event from target_loc_*' is 1 from the first target"
                        + " on; 'from 0 ms' begins at a time. A question mark after a factor allows it to be"
                        + " missing.")
        String factorChannels,

        @SettingsSection(label = "Perturbed trials", help = "Trials in which the experimenter perturbed neurons.")
        PerturbedTrialSettings perturbed) {

    /** Whether the split is one of several folds. */
    public boolean isFolded() {
        return folds > 1;
    }

    /** The trials that the experimenter perturbed. */
    public PerturbedTrials perturbedTrials() {
        return new PerturbedTrials(
                perturbed.factor(),
                perturbed.levels(),
                perturbed.units(),
                perturbed.effect(),
                perturbed.window(),
                perturbed.learn() && !perturbed.factor().isBlank());
    }

    /** The exclusions and corrections that apply to a session before it is split. */
    public Curation curation() {
        return new Curation(
                excludeNeurons, excludeTrials, excludeChannels, neuronTypes, areas, fittedTypes, factorChannels);
    }
}
