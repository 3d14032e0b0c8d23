package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** The settings that decide which input channel drives which unit (docs/emergence.md). */
public record InputSettings(
        @Setting(
                label = "Rules",
                value = "",
                ofSession = true,
                help = "Which units an input drives, such as 'target_loc_*=field, is_face=share 0.5, reward_on=E,"
                        + " eye_x=none, go_signal=3 7 10-14': all, none, E or I units, units whose receptive field the"
                        + " input belongs to, a random share, or neurons by id. Inputs without a rule drive all"
                        + " units.")
        String rules,

        @Setting(
                noEffect = "network.inputs.rules=; there are no rules with a random share",
                label = "Seed of random shares",
                value = "1",
                min = 0,
                max = 1000000,
                help = "Draws the units of 'share' and the receptive fields of hidden units. It is separate from the"
                        + " seed of the fit, so that several fits have the same inputs.")
        int seed,

        @Setting(
                label = "Inputs of hidden units",
                value = "like-recorded",
                help = "'like-recorded': the rules apply to hidden units too; their receptive fields are drawn in"
                        + " proportion to those of the recorded E neurons, and a rule with ids never reaches a hidden"
                        + " unit. 'all': every input drives every hidden unit, unless its rule is 'none'. 'none': no"
                        + " input drives a hidden unit.")
        HiddenUnitInputs hidden,

        @Setting(
                noEffect = "network.inputs.rules=; no input has the rule 'field'",
                label = "Factor of receptive fields",
                value = "location",
                ofSession = true,
                help = "The factor whose levels are the places of receptive fields.")
        String fieldFactor,

        @Setting(
                noEffect = "network.inputs.rules=; no input has the rule 'field'",
                label = "Events of receptive fields",
                value = "target_loc_*, go_signal",
                ofSession = true,
                help = "Inputs whose onset starts the window of the response, the preferred one first. The first one"
                        + " after which the neuron's responses to the places differ (p < 0.05) decides; if none does,"
                        + " the one with the smallest p. The first two are also the default window of the analysis"
                        + " emergent-selectivity.")
        String fieldEvents,

        @Setting(
                noEffect = "network.inputs.rules=; no input has the rule 'field'",
                label = "Response from",
                unit = "ms",
                value = "50",
                min = -5000,
                max = 10000,
                help = "Start of the response window, after the event.")
        double fieldFrom,

        @Setting(
                noEffect = "network.inputs.rules=; no input has the rule 'field'",
                label = "Response to",
                unit = "ms",
                value = "250",
                min = -5000,
                max = 10000,
                help = "End of the response window, after the event.")
        double fieldTo,

        @Setting(
                noEffect = "network.inputs.rules=; no input has the rule 'field'",
                label = "Corrected receptive fields",
                value = "",
                ofSession = true,
                help = "Receptive fields that are known better, such as 12=3, 31=none: neuron id, and the level of the"
                        + " factor.")
        String fields) {}
