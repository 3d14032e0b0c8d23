package org.dalescope.model.settings;

import org.dalescope.model.session.curation.PerturbationEffect;
import org.dalescope.model.settings.schema.Setting;

/** The settings that say which trials the experimenter perturbed, and how (docs/perturbation-test.md). */
public record PerturbedTrialSettings(
        @Setting(
                label = "Factor",
                value = "",
                ofSession = true,
                help = "The factor that tells perturbed trials from others, such as laser. Perturbed trials are left"
                        + " out of the fit unless data.perturbed.learn is on, and 'perturbation-test' compares them"
                        + " with what the fit predicts. Empty: no trial is perturbed.")
        String factor,

        @Setting(
                noEffect = "data.perturbed.factor=; no trial is perturbed",
                label = "Perturbed levels",
                value = "",
                ofSession = true,
                help = "The levels of the factor that mean 'perturbed', such as 1 or on,strong. Empty: all levels other"
                        + " than 0, if there is a level 0.")
        String levels,

        @Setting(
                noEffect = "data.perturbed.factor=; no trial is perturbed",
                label = "Perturbed neurons",
                value = "I",
                ofSession = true,
                help = "The neurons that the perturbation reaches directly: I, E, all, or ids such as 3,7,10-14. With a"
                        + " type, it also reaches the hidden units of this type.")
        String units,

        @Setting(
                noEffect = "data.perturbed.factor=; no trial is perturbed",
                label = "Effect",
                value = "excites",
                help =
                        "Whether the perturbation adds input to the perturbed neurons (excites) or removes it (suppresses).")
        PerturbationEffect effect,

        @Setting(
                noEffect = "data.perturbed.factor=; no trial is perturbed",
                label = "Time of the perturbation",
                value = "",
                ofSession = true,
                help = "When the perturbation acts, in ms of the session's time, such as 300:600 or 300:. Bins whose"
                        + " centre is in this window are perturbed. Empty: the whole trial.")
        String window,

        @Setting(
                noEffect = "data.perturbed.factor=; no trial is perturbed",
                label = "Learn from perturbed trials",
                value = "off",
                help =
                        "On: the fit also uses perturbed trials. They have an extra input 'perturbation' that reaches only"
                                + " the perturbed neurons, with weights of the sign of the effect.")
        boolean learn) {}
