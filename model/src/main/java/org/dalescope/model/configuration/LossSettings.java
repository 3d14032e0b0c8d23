package org.dalescope.model.configuration;

import org.dalescope.model.parameter.Section;
import org.dalescope.model.parameter.Setting;

/** What the fit minimises. */
public record LossSettings(
        @Section(label = "L_neuron", help = "PSTH of every neuron.")
        NeuronLossSettings neuron,

        @Section(label = "L_trial", help = "Single-trial variability of the population.")
        TrialLossSettings trial,

        @Setting(
                label = "Balancing",
                value = "gradient",
                help = "'gradient' scales L_trial's gradient to L_neuron's norm; 'fixed' adds it with its scale.")
        Balancing balancing,

        @Setting(
                label = "L2 of the weights",
                value = "0.001",
                min = 0,
                max = 100,
                help = "L_reg = this x (mean W^2 + mean W_in^2).")
        double l2) {}
