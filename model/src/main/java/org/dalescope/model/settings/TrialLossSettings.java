package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/**
 * The settings of L_trial, which compares the single-trial variability of model and data by optimal transport between
 * trials.
 */
public record TrialLossSettings(
        @Setting(
                label = "Use L_trial",
                value = "off",
                help = "Matches single trials of the population's mean activity between model and data.")
        boolean enabled,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Scale",
                value = "0.05",
                min = 0,
                above = true,
                max = 100,
                help = "Weight of L_trial's gradient. With balancing 'gradient' it is relative to the norm of"
                        + " L_neuron's gradient; with 'fixed' it is absolute.")
        double scale,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Distance",
                value = "euclidean",
                help = "Distance between a model trial and a data trial. 'euclidean': length of the difference of the"
                        + " z-scored time courses, as in the earlier program. 'mse': mean over bins of the squared"
                        + " difference, which gives distant pairs more weight. 'poisson': mean over bins of y log(y /"
                        + " r) - y + r in expected counts per bin, which is not z-scored and therefore also compares"
                        + " the mean.")
        TrialDistance distance,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.distance=poisson; counts are not z-scored"},
                label = "Z-scoring",
                value = "data",
                help = "'data' z-scores both by the data's mean and spread over trials, so that the amplitude of the"
                        + " variability counts; 'own' z-scores each by its own mean and spread, as in the earlier"
                        + " program.")
        ZScoring zScoring,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.distance=poisson; counts are not z-scored"},
                label = "Z-scoring floor",
                unit = "sp/s",
                value = "0",
                min = 0,
                max = 1000,
                help = "Added to the spread over trials before z-scoring divides by it, so that bins in which the"
                        + " population hardly varies count less than the others.")
        double zFloor,

        @Setting(
                noEffect = "loss.trial.enabled=off",
                label = "Smoothing",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian that smooths each trial's population activity over time; 0 means no"
                        + " smoothing.")
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
                label = "Epsilon unit",
                value = "median-cost",
                help = "'median-cost' is relative to the median distance of the step and annealed: Sinkhorn starts at"
                        + " the median and decreases to epsilon times the median. 'absolute' is in units of the"
                        + " distance and not annealed, as in the earlier program, which uses 0.1.")
        EpsilonUnit epsilonUnit,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Maximum iterations",
                value = "200",
                min = 1,
                max = 100000,
                help = "Maximum number of Sinkhorn iterations per step, including those of the annealing. Sinkhorn"
                        + " stops earlier if it reaches the tolerance.")
        int iterations,

        @Setting(
                noEffect = {"loss.trial.enabled=off", "loss.trial.matching=exact"},
                label = "Tolerance",
                value = "0.001",
                min = 0,
                max = 1,
                help = "Sinkhorn stops when the error of the plan's marginals, summed over trials, is below this value."
                        + " With 0.001, a thousandth of the trials' weight is misplaced; with 0, all iterations run.")
        double tolerance) {}
