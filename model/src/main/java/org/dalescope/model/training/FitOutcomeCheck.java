package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.network.ReadOutTargets;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.settings.TauSettings;

/**
 * Finds settings that had no effect on training: losses without a gradient, transport plans that did not converge, time
 * constants at their bounds, and inputs or targets that never change.
 */
public final class FitOutcomeCheck {
    /** The codes of the findings, which a resumed fit creates again. */
    public static final List<String> CODES = List.of(
            "gradient-zero",
            "gradients-opposed",
            "transport-unconverged",
            "tau-at-bound",
            "never-moved",
            "dead-channel",
            "dead-target");

    private FitOutcomeCheck() {}

    /**
     * The warnings about a fit that ran for at least one epoch.
     *
     * @param start raw parameters before the first epoch
     */
    public static List<Finding> of(Fit fit, double[] start, FitState state) {
        List<Finding> findings = new ArrayList<>();
        gradients(state.history(), findings);
        transport(state.history(), findings);
        tau(fit, state, findings);
        unmoved(fit, start, state.raw(), findings);
        silentChannels(fit, findings);
        fit.readOut().ifPresent(targets -> constantTargets(fit, targets, findings));
        return List.copyOf(findings);
    }

    private static void gradients(List<EpochRecord> history, List<Finding> findings) {
        Predicate<EpochWarningFlag> always = flag -> history.stream().allMatch(flag::in);
        if (always.test(EpochWarningFlag.NEURON_GRADIENT_ZERO)) {
            findings.add(Finding.warning(
                    "gradient-zero",
                    "L_neuron's gradient was 0 in every epoch, so the PSTHs were not"
                            + " fitted: check the settings loss.neuron."));
        }
        if (always.test(EpochWarningFlag.TRIAL_GRADIENT_ZERO)) {
            findings.add(Finding.warning(
                    "gradient-zero",
                    "L_trial's gradient was 0 in every epoch, so it had no effect: check the settings"
                            + " loss.trial."));
        }
        if (always.test(EpochWarningFlag.GRADIENTS_OPPOSED)) {
            findings.add(Finding.warning(
                    "gradients-opposed",
                    "In every epoch L_trial's gradient pointed against L_neuron's (cosine below -0.9), so the losses"
                            + " cancel each other: lower loss.trial.scale."));
        }
    }

    private static void transport(List<EpochRecord> history, List<Finding> findings) {
        long bad = history.stream()
                .filter(EpochWarningFlag.TRANSPORT_UNCONVERGED::in)
                .count();
        if (bad > 0) {
            double worst = history.stream()
                    .mapToDouble(EpochRecord::transportError)
                    .max()
                    .orElse(Double.NaN);
            findings.add(Finding.warning(
                    "transport-unconverged",
                    "L_trial's transport plan missed its marginals by up to " + Math.round(100 * worst) + " % in " + bad
                            + " of " + history.size()
                            + " epochs: raise loss.trial.iterations or loss.trial.epsilon."));
        }
    }

    private static void tau(Fit fit, FitState state, List<Finding> findings) {
        TauSettings tau = fit.configuration().network().tau();
        double[] last = state.tauMs().getLast();
        int stuck = tau.learned() == LearnedTau.FIXED ? 0 : EpochSums.unitsAtBound(tau, last);
        if (stuck > 0) {
            findings.add(Finding.warning(
                    "tau-at-bound",
                    "The time constants of " + stuck + " of " + last.length + " units ended at a bound ("
                            + plain(tau.min())
                            + " or " + plain(tau.max())
                            + " ms): move network.tau.min or network.tau.max, or keep the time constants fixed"
                            + " (network.tau.learned=fixed)."));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void unmoved(Fit fit, double[] start, double[] end, List<Finding> findings) {
        Parameterisation parameterisation = fit.parameterisation();
        for (Block block : parameterisation.layout().blocks()) {
            int from = block.offset();
            int to = from + block.length();
            if (block.length() > 0 && Arrays.equals(start, from, to, end, from, to)) {
                String name = block.name().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                findings.add(Finding.warning(
                        "never-moved",
                        "The parameters '" + name + "' never changed in the fit:"
                                + " check the settings that concern them."));
            }
        }
    }

    /** Warns about targets that never change, for which a read-out learns only its bias. */
    private static void constantTargets(Fit fit, ReadOutTargets targets, List<Finding> findings) {
        Session session = fit.session();
        Mask mask = fit.mask();
        int perBin = session.channels().size();
        List<String> constant = new ArrayList<>();
        for (int target = 0; target < targets.channels().length; target++) {
            int channel = targets.channels()[target];
            long levels = Arrays.stream(session.positions(fit.split().train()))
                    .flatMap(trial -> IntStream.range(0, session.bins())
                            .filter(bin -> mask.isValid(trial, bin))
                            .map(bin -> trial * session.bins() + bin))
                    .mapToDouble(row -> session.inputs()[row * perBin + channel])
                    .distinct()
                    .limit(2)
                    .count();
            if (levels < 2) {
                constant.add(targets.names().get(target));
            }
        }
        if (!constant.isEmpty()) {
            findings.add(Finding.warning(
                    "dead-target",
                    "Target " + String.join(", ", constant)
                            + " of the read-out never changes in the training trials, so L_output learns a constant:"
                            + " remove it from loss.output.channels."));
        }
    }

    /**
     * Warns about channels that are always 0; their weights have no meaning, because only the weight penalty changes
     * them.
     */
    private static void silentChannels(Fit fit, List<Finding> findings) {
        Session session = fit.session();
        int count = session.channels().size();
        boolean[] used = new boolean[count];
        int perTrial = session.bins() * count;
        for (int position : session.positions(fit.split().train())) {
            for (int i = position * perTrial; i < (position + 1) * perTrial; i++) {
                used[i % count] |= session.inputs()[i] != 0;
            }
        }
        List<String> silent = IntStream.range(0, count)
                .filter(channel -> !used[channel])
                .mapToObj(channel -> session.channels().get(channel).name())
                .toList();
        if (!silent.isEmpty()) {
            findings.add(Finding.warning(
                    "dead-channel",
                    "Input " + String.join(", ", silent)
                            + " is 0 in every training trial, so its weights have no meaning: leave it out"
                            + " (data.exclude_channels)."));
        }
    }
}
