package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;
import org.dalescope.model.settings.schema.SettingsSection;

/** The settings of the recurrent network. */
public record NetworkSettings(
        @Setting(
                label = "Dale's law",
                value = "on",
                help = "Units are excitatory or inhibitory: all weights that leave a unit have the same sign. Turn it"
                        + " off only for control fits.")
        boolean dale,

        @Setting(
                label = "E units per I unit",
                value = "4",
                min = 0.25,
                max = 20,
                help = "Hidden units are added to the recorded ones until there are this many E units per I unit.",
                noEffect = "network.hidden_e>-1 & network.hidden_i>-1; both numbers of hidden units are given")
        double eiRatio,

        @Setting(
                label = "Hidden E units",
                value = "-1",
                min = -1,
                max = 1000,
                help = "Number of excitatory units that no recorded neuron belongs to. -1: as many as the ratio needs.")
        int hiddenE,

        @Setting(
                label = "Hidden I units",
                value = "-1",
                min = -1,
                max = 1000,
                help = "Number of inhibitory units that no recorded neuron belongs to. -1: as many as the ratio needs.")
        int hiddenI,

        @Setting(
                label = "Leak",
                value = "exact",
                help = "'exact' integrates the leak over the bin, alpha = 1 - exp(-bin/tau). 'euler' uses alpha ="
                        + " bin/tau; it is for comparison with the earlier program and needs a tau longer than a bin.")
        LeakIntegration leak,

        @Setting(
                label = "Gain per neuron",
                value = "on",
                help = "Rate = gain x softplus(state). The gain starts at the neuron's mean rate, so that the fit"
                        + " starts at the right rates. Off: the gain is 1, as in the earlier program.")
        boolean gain,

        @Setting(
                label = "Bias per unit",
                value = "on",
                help = "A learned constant input per unit. It starts at the value for which softplus is 1.")
        boolean bias,

        @Setting(
                label = "Learned initial state",
                value = "on",
                help = "The state at the first bin is learned for every unit. Off: the state starts at zero.")
        boolean initialState,

        @Setting(
                label = "Initial spectral radius",
                value = "0.9",
                min = 0,
                above = true,
                max = 5,
                help = "The initial recurrent weights are scaled so that their largest absolute eigenvalue is this"
                        + " value.")
        double spectralRadius,

        @Setting(
                label = "Initial input scale",
                value = "0.3",
                min = 0,
                max = 10,
                help = "The initial input weights are drawn from a uniform distribution between minus and plus this"
                        + " value.")
        double inputScale,

        @Setting(
                label = "Process noise",
                value = "0.1",
                min = 0,
                max = 10,
                help = "Standard deviation s of the independent noise in each unit's state, s sqrt(alpha) per bin.")
        double processNoise,

        @Setting(
                label = "Input noise",
                value = "1",
                min = 0,
                max = 10,
                help = "Standard deviation of the noise that every training step adds to continuous inputs (z-scored,"
                        + " such as eye position), drawn again for each trial and bin; scores are computed without it."
                        + " Try 0.05 to 0.2.")
        double inputNoiseSd,

        @SettingsSection(
                label = "Input embedding",
                help = "How the inputs are transformed before they drive the units.")
        EmbeddingSettings embedding,

        @SettingsSection(label = "Inputs per unit", help = "Which units each input drives.")
        InputSettings inputs,

        @SettingsSection(label = "Recurrent weights", help = "How the recurrent weights are learned.")
        RecurrentSettings recurrent,

        @SettingsSection(label = "Time constants", help = "How fast the state of each unit decays.")
        TauSettings tau) {}
