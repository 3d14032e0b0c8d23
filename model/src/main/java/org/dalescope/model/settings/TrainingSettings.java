package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** How the fit minimises it. */
public record TrainingSettings(
        @Setting(
                label = "Epochs",
                value = "75",
                min = 1,
                max = 1000000,
                help = "Passes over the training trials. With a quarter of the trials per step an epoch is four steps.")
        int epochs,

        @Setting(
                label = "Trials per step",
                value = "0.25",
                min = 0,
                above = true,
                max = 1000000,
                help =
                        "Share of the training trials in each step; 1 is all, above 1 it is a number of trials. A quarter"
                                + " regularises the PSTH target and makes a step four times cheaper; it was decisive.")
        double trialsPerStep,

        @Setting(
                label = "Steps stratified",
                value = "on",
                help = "Every step gets its share of every combination of the factors' levels. Off: plain shuffling.")
        boolean stratified,

        @Setting(
                label = "Optimiser",
                value = "adam",
                help = "'adamw' also shrinks weights by learning rate x weight decay at each step.")
        Optimiser optimiser,

        @Setting(
                label = "Weight decay",
                value = "0.01",
                min = 0,
                max = 10,
                help =
                        "Of W (or its factors) and W_in with 'adamw'; biases, gains, initial states and time constants do"
                                + " not decay.")
        double weightDecay,

        @Setting(label = "Learning rate", value = "0.04", min = 0, above = true, max = 10, help = "Adam's step size.")
        double learningRate,

        @Setting(
                label = "Recurrent step by network size",
                value = "on",
                help = "Recurrent weights take steps of learning rate x 20 / units (at most the learning rate itself)."
                        + " Adam moves all weights of a row alike at first, so that a large network's row sums, and"
                        + " with them its rates, would run away.")
        boolean scaleRecurrentStep,

        @Setting(
                label = "Schedule",
                value = "plateau",
                help = "How the learning rate changes: constant, halved on a plateau of the validation loss, or half a"
                        + " cosine to zero.")
        LearningRateSchedule schedule,

        @Setting(
                label = "Warm-up",
                unit = "epochs",
                value = "3",
                min = 0,
                max = 100000,
                help =
                        "The learning rate rises linearly over this many epochs first. Without it the first steps overshoot: rates run away and come back.")
        int warmupEpochs,

        @Setting(
                label = "Plateau factor",
                value = "0.5",
                min = 0,
                above = true,
                max = 0.99,
                help = "The learning rate is multiplied by this on a plateau (schedule 'plateau').")
        double plateauFactor,

        @Setting(
                label = "Plateau patience",
                unit = "epochs",
                value = "20",
                min = 0,
                max = 100000,
                help = "Epochs without improvement before the plateau factor applies (schedule 'plateau').")
        int plateauPatience,

        @Setting(
                label = "Plateau of",
                value = "loss",
                help =
                        "What must stop improving for the plateau factor to apply: L_neuron on the validation trials or the"
                                + " validation score (schedule 'plateau').")
        PlateauMetric plateauWatch,

        @Setting(
                label = "Smallest learning rate",
                value = "0.00001",
                min = 0,
                max = 1,
                help = "The plateau schedule does not go below (schedule 'plateau').")
        double minLearningRate,

        @Setting(
                label = "Gradient norm at most",
                value = "1",
                min = 0,
                above = true,
                max = 1000000,
                help = "The gradient is scaled down to this norm before Adam sees it.")
        double clip,

        @Setting(
                label = "Patience",
                unit = "epochs",
                value = "100",
                min = 1,
                max = 1000000,
                help = "Early stopping: ends after this many epochs without a better validation score.")
        int patience,

        @Setting(
                label = "Best epoch by",
                value = "psth-r",
                help =
                        "What chooses the parameters to keep: the highest psth_r or psth_r_raw, or the lowest L_neuron ('loss'),"
                                + " each on the validation trials. psth_r is blind to what the PSTH's shape does not show; where time"
                                + " constants are the question, 'loss' keeps the epoch that explains single bins best.")
        SelectionScore selection) {}
