package org.dalescope.model.configuration;

import org.dalescope.model.parameter.Section;
import org.dalescope.model.parameter.Setting;

/** What the fit minimises. */
public record LossSettings(
        @Section(label = "L_neuron", help = "PSTH of every neuron.")
        NeuronLossSettings neuron,

        @Section(label = "L_trial", help = "Single-trial variability of the population.")
        TrialLossSettings trial,

        @Section(label = "L_activity", help = "Plausible rates.")
        ActivitySettings activity,

        @Section(label = "L_output", help = "Read-out of measured signals, such as eye position.")
        OutputSettings output,

        @Setting(
                label = "Balancing",
                value = "gradient",
                help =
                        "'gradient' scales L_trial's gradient to L_neuron's norm; 'loss-ema' divides each loss by its running"
                                + " mean (the laboratory's second baseline, 0.2901); 'fixed' adds L_trial with its scale.")
        Balancing balancing,

        @Setting(
                label = "Decay of the running mean",
                value = "0.99",
                min = 0,
                max = 0.999999,
                help = "Share of the running mean that stays at each step, with balancing 'loss-ema'.")
        double emaDecay,

        @Setting(
                label = "L_trial rises over",
                unit = "epochs",
                value = "0",
                min = 0,
                max = 100000,
                help =
                        "L_trial's scale rises linearly from 0 over this many epochs. The laboratory found that delaying it"
                                + " hurts.")
        int trialWarmupEpochs,

        @Setting(
                label = "L2 of the weights",
                value = "0.001",
                min = 0,
                max = 100,
                help = "L_reg = this x (mean W^2 + mean W_in^2).")
        double l2,

        @Setting(
                label = "Sparsity of W",
                value = "0",
                min = 0,
                max = 100,
                help = "Adds this x mean |W| to L_reg, which pulls weights that are not needed towards 0.")
        double sparsity) {}
