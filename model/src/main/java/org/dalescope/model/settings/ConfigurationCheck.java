package org.dalescope.model.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.psth.Smoothing;

/** What spans several settings: settings that have no effect with the others, and kernels that do nothing. */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /** Findings about a configuration whose split is made from its shares. */
    public static List<Finding> of(Configuration configuration, double binMs) {
        return of(configuration, binMs, false);
    }

    /**
     * Findings about a configuration for bins of a length.
     *
     * @param splitGiven whether the split comes from elsewhere than the configuration's shares
     */
    public static List<Finding> of(Configuration configuration, double binMs, boolean splitGiven) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> values = Configuration.schema().values(configuration);
        Map<String, Object> defaults = Configuration.schema().values(Configuration.defaults());
        for (IneffectiveSettings dead : IneffectiveSettings.of(configuration, splitGiven)) {
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
        if (training.trialsPerStep() < 1
                && Math.abs(1 / steps - training.trialsPerStep()) > 0.02 * training.trialsPerStep()) {
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

    private static void collapse(List<Finding> findings, String key, double sigmaMs, double binMs) {
        if (sigmaMs > 0 && Smoothing.gaussian(sigmaMs, binMs).collapses()) {
            findings.add(Finding.warning(
                    "collapsed-kernel",
                    "Setting " + key + " of " + sigmaMs + " ms smooths nothing: with bins of " + binMs
                            + " ms its kernel is one bin wide; use at least " + Math.round(binMs / 2) + " ms, or 0."));
        }
    }
}
