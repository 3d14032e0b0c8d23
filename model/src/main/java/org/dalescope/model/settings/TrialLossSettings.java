package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/**
 * The settings of L_trial, which compares the single-trial variability of model and data by optimal transport between
 * trials.
 */
public record TrialLossSettings(
        @Setting(
                label = "Use L_trial",
                value = "on",
                help = "Matches single trials of the population's mean activity between model and data.")
        boolean enabled,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Scale",
                value = "0.05",
                min = 0,
                above = true,
                max = 100,
                help = "Weight of L_trial's gradient: relative to the norm of L_neuron's with 'gradient' balancing,"
                        + " absolute with 'fixed'.")
        double scale,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Distance",
                value = "euclidean",
                help = "Distance between a model trial and a data trial. 'euclidean': length of the difference of the"
                        + " z-scored courses, as in the predecessor. 'mse': mean over bins of the squared"
                        + " difference, which gives distant pairs more weight. 'poisson': mean over bins of y"
                        + " log(y / r) - y + r in expected counts per bin, which is not z-scored and therefore"
                        + " also compares the mean.")
        TrialDistance distance,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.distance=poisson; counts are not z-scored"},
                label = "Z-scoring",
                value = "data",
                help = "'data' z-scores both by the data's mean and spread over trials, so that the amplitude of the"
                        + " variability counts; 'own' z-scores each by its own, as in the predecessor.")
        ZScoring zScoring,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.distance=poisson; counts are not z-scored"},
                label = "Z-scoring floor",
                unit = "sp/s",
                value = "0",
                min = 0,
                max = 1000,
                help = "Added to the spread over trials that z-scoring divides by, so that bins in which the population"
                        + " hardly varies do not count as much as the others.")
        double zFloor,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Smoothing",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian over time applied to each trial's population activity, 0 for none.")
        double smoothingMs,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Within conditions",
                value = "off",
                help = "Matches trials only with trials of the same condition (the combination of all discrete"
                        + " factors). A condition with a single trial in the step is left out.")
        boolean byCondition,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Matching",
                value = "sinkhorn",
                help = "'sinkhorn' is entropic optimal transport: every trial is matched to several trials with"
                        + " weights. 'exact' matches each model trial to one data trial by the cheapest"
                        + " assignment (Hungarian).")
        TrialMatching matching,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Epsilon",
                value = "0.02",
                min = 0,
                above = true,
                max = 100,
                help = "Entropic regularisation: a small value is close to a one-to-one matching, a large value blurs"
                        + " the matching.")
        double epsilon,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Epsilon in units of",
                value = "median-cost",
                help = "'median-cost' is relative to the median distance of the step and annealed: Sinkhorn starts at"
                        + " the median and decreases to epsilon times the median. 'absolute' is in units of the"
                        + " distance and not annealed, as in the predecessor (0.1).")
        EpsilonUnit epsilonUnit,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Iterations at most",
                value = "200",
                min = 1,
                max = 100000,
                help = "Sinkhorn iterations per step, including those of the annealing. Sinkhorn stops earlier if it"
                        + " reaches the tolerance.")
        int iterations,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Tolerance",
                value = "0.001",
                min = 0,
                max = 1,
                help = "Error of the plan's marginals, summed over trials, at which Sinkhorn stops: 0.001 leaves a"
                        + " thousandth of the trials' weight misplaced; 0 runs all iterations.")
        double tolerance) {}
