package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the training that minimises the loss. */
public record TrainingSettings(
        @Setting(
                label = "Epochs",
                value = "75",
                min = 1,
                max = 1000000,
                help = "Passes over the training trials. With a quarter of the trials per step, an epoch is four"
                        + " steps.")
        int epochs,

        @Setting(
                label = "Trials per step",
                value = "0.25",
                min = 0,
                above = true,
                max = 1000000,
                help = "Share of the training trials in each step; 1 means all, and a value above 1 is a number of"
                        + " trials. A quarter regularises the PSTH target and makes a step four times cheaper;"
                        + " it was decisive for the score.")
        double trialsPerStep,

        @Setting(
                label = "Steps stratified",
                value = "on",
                help = "Every step receives its share of every combination of the factors' levels. Off: plain"
                        + " shuffling.")
        boolean stratified,

        @Setting(
                label = "Optimiser",
                value = "adam",
                help = "'adamw' also shrinks weights by learning rate x weight decay at each step.")
        Optimiser optimiser,

        @Setting(
                noEffect = "training.optimiser=adam",
                label = "Weight decay",
                value = "0.01",
                min = 0,
                max = 10,
                help = "Decay of the weights (W or its factors, W_in, embedding, read-out) with 'adamw'; biases, gains,"
                        + " initial states and time constants do not decay.")
        double weightDecay,

        @Setting(label = "Learning rate", value = "0.04", min = 0, above = true, max = 10, help = "Adam's step size.")
        double learningRate,

        @Setting(
                label = "Recurrent step by network size",
                value = "on",
                help = "Recurrent weights take steps of learning rate x 20 / units (at most the learning rate itself)."
                        + " Adam changes all weights of a row equally at first, so that in a large network the row"
                        + " sums, and with them the rates, would diverge.")
        boolean scaleRecurrentStep,

        @Setting(
                label = "Schedule",
                value = "plateau",
                help = "How the learning rate changes: constant, lowered on a plateau, or along"
                        + " half a cosine to zero.")
        LearningRateSchedule schedule,

        @Setting(
                label = "Warm-up",
                unit = "epochs",
                value = "3",
                min = 0,
                max = 100000,
                help = "The learning rate rises linearly over this many epochs first. Without it the first steps"
                        + " overshoot: rates diverge and then return.")
        int warmupEpochs,

        @Setting(
                noEffect = "training.schedule!=plateau",
                label = "Plateau factor",
                value = "0.5",
                min = 0,
                above = true,
                max = 0.99,
                help = "The learning rate is multiplied by this on a plateau (schedule 'plateau').")
        double plateauFactor,

        @Setting(
                noEffect = "training.schedule!=plateau",
                label = "Plateau patience",
                unit = "epochs",
                value = "20",
                min = 0,
                max = 100000,
                help = "Epochs without improvement before the plateau factor applies (schedule 'plateau').")
        int plateauPatience,

        @Setting(
                noEffect = "training.schedule!=plateau",
                label = "Plateau of",
                value = "loss",
                help = "The quantity that must stop improving before the plateau factor applies: L_neuron on the"
                        + " validation trials or the validation score (schedule 'plateau').")
        PlateauMetric plateauWatch,

        @Setting(
                noEffect = "training.schedule!=plateau",
                label = "Smallest learning rate",
                value = "0.00001",
                min = 0,
                max = 1,
                help = "The plateau schedule does not reduce the learning rate below this value (schedule 'plateau').")
        double minLearningRate,

        @Setting(
                label = "Gradient norm at most",
                value = "1",
                min = 0,
                above = true,
                max = 1000000,
                help = "A gradient with a larger norm is scaled down to this norm before Adam uses it.")
        double clip,

        @Setting(
                label = "Patience",
                unit = "epochs",
                value = "100",
                min = 1,
                max = 1000000,
                help = "Early stopping: the fit ends after this many epochs without a better validation score.")
        int patience,

        @Setting(
                label = "Best epoch by",
                value = "psth-r",
                help = "The criterion for the parameters to keep: the highest psth_r or psth_r_raw, or the lowest"
                        + " L_neuron ('loss'), each on the validation trials. psth_r depends only on the shape"
                        + " of the PSTH; to estimate time constants, use 'loss', which keeps the epoch that"
                        + " explains single bins best.")
        SelectionScore selection) {}
