package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;
import org.dalescope.model.settings.schema.SettingsSection;

/** The settings of the loss that the fit minimises. */
public record LossSettings(
        @SettingsSection(label = "L_neuron", help = "Fits the PSTH of every neuron.")
        NeuronLossSettings neuron,

        @SettingsSection(label = "L_trial", help = "Fits the variability of the population from trial to trial.")
        TrialLossSettings trial,

        @SettingsSection(label = "L_activity", help = "Keeps the rates of the units plausible.")
        ActivitySettings activity,

        @SettingsSection(label = "L_output", help = "Fits a read-out of measured signals, such as eye position.")
        OutputSettings output,

        @Setting(
                noEffect = "loss.trial.enabled=off & loss.balancing!=loss-ema",
                label = "Balancing",
                value = "gradient",
                help = "How L_neuron and L_trial are combined. 'gradient' scales L_trial's gradient to the norm of"
                        + " L_neuron's gradient; 'loss-ema' divides each loss by its running mean; 'fixed' adds L_trial"
                        + " multiplied by its scale.")
        GradientBalancing balancing,

        @Setting(
                noEffect = "loss.balancing!=loss-ema",
                label = "Running-mean decay",
                value = "0.99",
                min = 0,
                max = 0.999999,
                help = "Share of the running mean that is kept at each step, with balancing 'loss-ema'.")
        double emaDecay,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "L_trial ramp",
                unit = "epochs",
                value = "0",
                min = 0,
                max = 100000,
                help = "L_trial's scale rises linearly from 0 to its full value over this many epochs. 0 uses the full"
                        + " value from the start, which is recommended.")
        int trialWarmupEpochs,

        @Setting(
                label = "L2 penalty",
                value = "0.5",
                min = 0,
                max = 100,
                help = "L_reg is this value times (mean W^2 + mean W_in^2).")
        double l2,

        @Setting(
                label = "Sparsity penalty",
                value = "0",
                min = 0,
                max = 100,
                help = "Adds this value times mean |W| to L_reg, which pulls weights that are not needed towards 0.")
        double sparsity,

        @Setting(
                label = "Sparsity of even seeds",
                value = "-1",
                min = -1,
                max = 100,
                help = "Fits with an even seed use this sparsity penalty, so that the fits of several seeds differ in"
                        + " what the data do not decide, such as how strong inhibition is"
                        + " (docs/analysis.md). -1: the same penalty for all seeds.")
        double sparsityEvenSeeds) {

    /** The sparsity penalty of a fit. */
    public double sparsity(long seed) {
        return sparsityEvenSeeds >= 0 && seed % 2 == 0 ? sparsityEvenSeeds : sparsity;
    }
}
