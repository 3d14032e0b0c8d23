package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings of the training that minimises the loss. */
public record TrainingSettings(
        @Setting(
                label = "Epochs",
                value = "150",
                min = 1,
                max = 1000000,
                help = "Number of passes over the training trials. With a quarter of the trials per step, an epoch is"
                        + " four steps.")
        int epochs,

        @Setting(
                label = "Trials per step",
                value = "0.25",
                min = 0,
                above = true,
                max = 1000000,
                help = "Share of the training trials in each step. 1 means all trials, and a value above 1 is a number"
                        + " of trials. With a quarter, an epoch has four steps, each about four times faster than a"
                        + " step with all trials. With all trials, use four times the epochs.")
        double trialsPerStep,

        @Setting(
                label = "Stratified steps",
                value = "on",
                help = "Every step contains its share of the trials of every combination of the factors' levels. Off:"
                        + " the trials are only shuffled.")
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
                label = "Scaled recurrent step",
                value = "on",
                help = "The recurrent weights are learned with learning rate x 20 / units, but at most with the"
                        + " learning rate itself. Otherwise the rates of a large network diverge, because Adam's first"
                        + " steps change all weights of a row by the same amount.")
        boolean scaleRecurrentStep,

        @Setting(
                label = "Schedule",
                value = "cosine",
                help = "How the learning rate changes: constant, lowered on a plateau, or along"
                        + " half a cosine to zero.")
        LearningRateSchedule schedule,

        @Setting(
                label = "Warm-up",
                unit = "epochs",
                value = "3",
                min = 0,
                max = 100000,
                help = "The learning rate rises linearly over this many epochs at the start. Without a warm-up the"
                        + " first steps are too large, so that the rates diverge before they recover.")
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
                label = "Plateau quantity",
                value = "loss",
                help = "The quantity that must stop improving before the plateau factor applies: L_neuron on the"
                        + " validation trials or the validation score (schedule 'plateau').")
        PlateauMetric plateauWatch,

        @Setting(
                noEffect = "training.schedule!=plateau",
                label = "Minimum learning rate",
                value = "0.00001",
                min = 0,
                max = 1,
                help = "The plateau schedule does not reduce the learning rate below this value (schedule 'plateau').")
        double minLearningRate,

        @Setting(
                label = "Maximum gradient norm",
                value = "1",
                min = 0,
                above = true,
                max = 1000000,
                help = "A gradient with a larger norm is scaled down to this norm before Adam uses it.")
        double clip,

        @Setting(
                label = "Early-stopping patience",
                unit = "epochs",
                value = "100",
                min = 1,
                max = 1000000,
                help = "Early stopping: the fit ends after this many epochs without a better validation score.")
        int patience,

        @Setting(
                label = "Best-epoch criterion",
                value = "loss",
                help = "The criterion for the epoch whose network is kept: the highest psth_r or psth_r_raw, or the"
                        + " lowest L_neuron ('loss'), each on the validation trials. psth_r depends only on the shape"
                        + " of the PSTHs. To estimate time constants, use 'loss', which keeps the epoch that explains"
                        + " single bins best.")
        SelectionScore selection) {}
