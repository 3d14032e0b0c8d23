package org.dalescope.model.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.psth.Smoothing;
import org.dalescope.model.session.quality.Finding;

/** What spans several settings: settings that have no effect with the others, and kernels that do nothing. */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /** Findings about a configuration whose split is made from its shares. */
    public static List<Finding> of(Configuration configuration, double binMs) {
        return of(configuration, binMs, false);
    }

    /** A reason why some settings have no effect, with their keys' common beginnings. */
    private record Dead(boolean when, String why, List<String> keys) {}

    /**
     * Findings about a configuration for bins of a length.
     *
     * @param splitGiven whether the split comes from elsewhere than the configuration's shares
     */
    public static List<Finding> of(Configuration configuration, double binMs, boolean splitGiven) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> values = Configuration.schema().values(configuration);
        Map<String, Object> defaults = Configuration.schema().values(Configuration.defaults());
        for (Dead dead : dead(configuration, splitGiven)) {
            values.forEach((key, value) -> {
                boolean concerned = dead.keys().stream().anyMatch(key::startsWith);
                if (dead.when() && concerned && !value.equals(defaults.get(key))) {
                    findings.add(
                            Finding.warning("no-effect", "Setting " + key + " has no effect: " + dead.why() + "."));
                }
            });
        }
        collapse(
                findings,
                "loss.neuron.smoothing_ms",
                configuration.loss().neuron().smoothingMs(),
                binMs);
        if (configuration.loss().trial().enabled()) {
            collapse(
                    findings,
                    "loss.trial.smoothing_ms",
                    configuration.loss().trial().smoothingMs(),
                    binMs);
        }
        TrainingSettings training = configuration.training();
        double steps = Math.max(1, Math.round(1 / training.trialsPerStep()));
        if (Math.abs(1 / steps - training.trialsPerStep()) > 0.02 * training.trialsPerStep()) {
            findings.add(Finding.notice(
                    "rounded-share",
                    "Setting training.trials_per_step of " + training.trialsPerStep() + " works as 1/" + (int) steps
                            + ": an epoch uses every trial once, in whole steps."));
        }
        if (training.warmupEpochs() >= training.epochs()) {
            findings.add(Finding.warning(
                    "warm-up-only",
                    "The fit ends within its warm-up: training.warmup_epochs (" + training.warmupEpochs()
                            + ") is not below training.epochs (" + training.epochs()
                            + "), so the learning rate never reaches training.learning_rate."));
        }
        return List.copyOf(findings);
    }

    private static List<Dead> dead(Configuration c, boolean splitGiven) {
        return List.of(
                new Dead(
                        splitGiven,
                        "the split is given",
                        List.of("data.validation_share", "data.test_share", "data.split_seed")),
                new Dead(
                        !c.loss().trial().enabled(),
                        "loss.trial.enabled is off",
                        List.of(
                                "loss.trial.scale",
                                "loss.trial.distance",
                                "loss.trial.z_",
                                "loss.trial.smoothing_ms",
                                "loss.trial.by_condition",
                                "loss.trial.matching",
                                "loss.trial.epsilon",
                                "loss.trial.iterations",
                                "loss.trial.tolerance",
                                "loss.balancing")),
                new Dead(
                        c.loss().trial().enabled() && c.loss().trial().distance() == TrialDistance.POISSON,
                        "loss.trial.distance is poisson, which compares counts that are not z-scored",
                        List.of("loss.trial.z_")),
                new Dead(
                        c.loss().trial().enabled() && c.loss().trial().matching() == TrialMatching.EXACT,
                        "loss.trial.matching is exact",
                        List.of("loss.trial.epsilon", "loss.trial.iterations", "loss.trial.tolerance")),
                new Dead(
                        c.network().tau().learned() == LearnedTau.FIXED,
                        "network.tau.learned is fixed",
                        List.of("network.tau.min", "network.tau.max", "network.tau.learning_rate")),
                new Dead(
                        c.training().schedule() != Schedule.PLATEAU,
                        "training.schedule is not plateau",
                        List.of("training.plateau_factor", "training.plateau_patience", "training.min_learning_rate")));
    }

    private static void collapse(List<Finding> findings, String key, double sigmaMs, double binMs) {
        if (sigmaMs > 0 && Smoothing.gaussian(sigmaMs, binMs).collapses()) {
            findings.add(Finding.warning(
                    "collapsed-kernel",
                    "Setting " + key + " of " + sigmaMs + " ms smooths nothing: with bins of " + binMs
                            + " ms its kernel is one bin wide; use at least " + Math.round(binMs / 2) + " ms, or 0."));
        }
    }
}
