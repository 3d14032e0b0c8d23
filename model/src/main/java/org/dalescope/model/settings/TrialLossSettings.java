package org.dalescope.model.settings;

import org.dalescope.model.settings.schema.Setting;

/** L_trial: do the model's single trials scatter as the data's do? Optimal transport between trials. */
public record TrialLossSettings(
        @Setting(
                label = "Use L_trial",
                value = "on",
                help = "Matches single trials of the population's mean activity between model and data.")
        boolean enabled,

        @Setting(
                label = "Scale",
                value = "0.05",
                min = 0,
                above = true,
                max = 100,
                help = "Weight of L_trial's gradient: relative to the norm of L_neuron's with 'gradient' balancing,"
                        + " absolute with 'fixed'.")
        double scale,

        @Setting(
                label = "Distance",
                value = "euclidean",
                help =
                        "Between a model and a data trial. 'euclidean': length of the difference of the z-scored courses (the"
                                + " predecessor's). 'mse': mean over bins of its square, which weighs far pairs more. 'poisson':"
                                + " mean over bins of y log(y / r) - y + r in expected counts per bin, which is not z-scored and"
                                + " so also sees the mean.")
        TrialDistance distance,

        @Setting(
                label = "Z-scoring",
                value = "data",
                help = "'data' z-scores both by the data's mean and spread over trials and so sees the amplitude of"
                        + " variability; 'own' is the predecessor's.")
        ZScoring zScoring,

        @Setting(
                label = "Z-scoring floor",
                unit = "sp/s",
                value = "0",
                min = 0,
                max = 1000,
                help = "Added to the spread over trials that z-scoring divides by, so that bins in which the population"
                        + " hardly varies do not count as much as the others.")
        double zFloor,

        @Setting(
                label = "Smoothing",
                unit = "ms",
                value = "25",
                min = 0,
                max = 1000,
                help = "Sigma of the Gaussian over time applied to each trial's population activity, 0 for none.")
        double smoothingMs,

        @Setting(
                label = "Within conditions",
                value = "off",
                help = "Matches trials only with trials of the same condition (the crossing of all discrete factors). A"
                        + " condition with a single trial in the step is left out.")
        boolean byCondition,

        @Setting(
                label = "Matching",
                value = "sinkhorn",
                help =
                        "'sinkhorn' is entropic optimal transport: every trial is shared out over several. 'exact' gives each"
                                + " model trial one data trial, the cheapest assignment (Hungarian).")
        TrialMatching matching,

        @Setting(
                label = "Epsilon",
                value = "0.02",
                min = 0,
                above = true,
                max = 100,
                help = "Entropic regularisation: small is close to a one-to-one matching, large is a blur.")
        double epsilon,

        @Setting(
                label = "Epsilon in units of",
                value = "median-cost",
                help =
                        "'median-cost' is relative to the median distance of the step and annealed: Sinkhorn starts at the"
                                + " median and goes down to epsilon times it. 'absolute' is in units of the distance and not"
                                + " annealed, as the predecessor's (0.1).")
        EpsilonUnit epsilonUnit,

        @Setting(
                label = "Iterations at most",
                value = "200",
                min = 1,
                max = 100000,
                help =
                        "Sinkhorn iterations per step, those of the annealing included; it stops earlier at the tolerance.")
        int iterations,

        @Setting(
                label = "Tolerance",
                value = "0.001",
                min = 0,
                max = 1,
                help = "Error of the plan's marginals, summed over trials, at which Sinkhorn stops: 0.001 leaves a"
                        + " thousandth of the trials' weight misplaced; 0 runs all iterations.")
        double tolerance) {}
