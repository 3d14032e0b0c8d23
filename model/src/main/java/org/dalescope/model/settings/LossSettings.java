package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;
import org.dalescope.model.settings.schema.SettingsSection;

/** The settings of the loss that the fit minimises. */
public record LossSettings(
        @SettingsSection(label = "L_neuron", help = "PSTH of every neuron.")
        NeuronLossSettings neuron,

        @SettingsSection(label = "L_trial", help = "Single-trial variability of the population.")
        TrialLossSettings trial,

        @SettingsSection(label = "L_activity", help = "Plausible rates.")
        ActivitySettings activity,

        @SettingsSection(label = "L_output", help = "Read-out of measured signals, such as eye position.")
        OutputSettings output,

        @Setting(
                noEffect = "loss.trial.enabled=off & loss.balancing!=loss-ema",
                label = "Balancing",
                value = "gradient",
                help = "'gradient' scales L_trial's gradient to L_neuron's norm; 'loss-ema' divides each loss by its"
                        + " running mean (the laboratory's second baseline, 0.2901); 'fixed' adds L_trial"
                        + " multiplied by its scale.")
        GradientBalancing balancing,

        @Setting(
                noEffect = "loss.balancing!=loss-ema",
                label = "Decay of the running mean",
                value = "0.99",
                min = 0,
                max = 0.999999,
                help = "Share of the running mean that is kept at each step, with balancing 'loss-ema'.")
        double emaDecay,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "L_trial rises over",
                unit = "epochs",
                value = "0",
                min = 0,
                max = 100000,
                help = "L_trial's scale rises linearly from 0 over this many epochs. The laboratory found that a delay"
                        + " makes the fit worse.")
        int trialWarmupEpochs,

        @Setting(
                label = "L2 of the weights",
                value = "0.001",
                min = 0,
                max = 100,
                help = "L_reg is this value times (mean W^2 + mean W_in^2).")
        double l2,

        @Setting(
                label = "Sparsity of W",
                value = "0",
                min = 0,
                max = 100,
                help = "Adds this value times mean |W| to L_reg, which pulls weights that are not needed towards 0.")
        double sparsity) {}
