package org.dalescope.model.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.settings.schema.NoEffectCondition;
import org.dalescope.model.settings.schema.SettingDescription;
import org.dalescope.model.settings.schema.SettingsSchema;

/**
 * Checks that concern several settings: settings that have no effect together with others, and smoothing kernels that
 * do nothing.
 */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /** Findings about a configuration whose split is made from its shares. */
    public static List<Finding> of(Configuration configuration, double binMs) {
        return of(configuration, binMs, false);
    }

    /**
     * Findings about a configuration for a given bin length.
     *
     * @param splitGiven whether the split is given and not made from the configuration's shares
     */
    public static List<Finding> of(Configuration configuration, double binMs, boolean splitGiven) {
        List<Finding> findings = new ArrayList<>();
        withoutEffect(findings, configuration, splitGiven);
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
                    "Setting training.trials_per_step of " + training.trialsPerStep() + " is used as 1/" + (int) steps
                            + ", because an epoch uses every trial once in whole steps."));
        }
        if (training.warmupEpochs() >= training.epochs()) {
            findings.add(Finding.warning(
                    "warm-up-only",
                    "The fit ends within its warm-up: training.warmup_epochs (" + training.warmupEpochs()
                            + ") is not below training.epochs (" + training.epochs()
                            + "), so the learning rate never reaches training.learning_rate. Raise the epochs or"
                            + " shorten the warm-up."));
        }
        return List.copyOf(findings);
    }

    /** Settings that differ from their default and have no effect. */
    private static void withoutEffect(List<Finding> findings, Configuration configuration, boolean splitGiven) {
        SettingsSchema<Configuration> schema = Configuration.schema();
        Map<String, String> texts = schema.texts(configuration);
        Map<String, String> defaults = schema.texts(Configuration.defaults());
        texts.forEach((key, text) -> {
            if (!text.equals(defaults.get(key))) {
                whyNoEffect(schema.setting(key), texts, splitGiven)
                        .ifPresent(why -> findings.add(
                                Finding.warning("no-effect", "Setting " + key + " has no effect: " + why + ".")));
            }
        });
    }

    /**
     * Why a setting has no effect with the other settings, such as "loss.trial.scale is 0"; empty if it has one.
     *
     * @param texts all settings' values by key, as on the command line
     * @param splitGiven whether the fit is given a split
     */
    public static Optional<String> whyNoEffect(
            SettingDescription setting, Map<String, String> texts, boolean splitGiven) {
        if (splitGiven && setting.unlessSplitGiven()) {
            return Optional.of("the split is given");
        }
        return setting.noEffect().stream()
                .filter(condition -> condition.holds(texts))
                .map(NoEffectCondition::words)
                .findFirst();
    }

    private static void collapse(List<Finding> findings, String key, double sigmaMs, double binMs) {
        if (sigmaMs > 0 && Smoothing.gaussian(sigmaMs, binMs).collapses()) {
            findings.add(Finding.warning(
                    "collapsed-kernel",
                    "Setting " + key + " of " + sigmaMs + " ms does not smooth: with bins of " + binMs
                            + " ms its kernel is one bin wide. Use at least " + Math.round(binMs / 2) + " ms, or 0."));
        }
    }
}
