package org.dalescope.model.training;

import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.session.Session;

/**
 * Detects divergence of the training: checks the numbers of every step and every epoch and reports the ones that are
 * not plausible.
 */
final class DivergenceCheck {
    /** A mean rate that no cell reaches, sp/s: ten times that of the fastest cells. */
    private static final double EXPLODED = 10_000;

    /** The mean rate of the whole population below which it is silent, sp/s. */
    private static final double COLLAPSED = 1e-4;

    private final Session session;
    private final Parameterisation parameterisation;

    DivergenceCheck(Fit fit, Parameterisation parameterisation) {
        this.session = fit.session();
        this.parameterisation = parameterisation;
    }

    /**
     * Checks a step before it is applied.
     *
     * @throws Divergence if a loss or its gradient is not a number or infinite
     */
    void check(TrainingStep.Result step) {
        wrongRate(step.psth()).ifPresent(what -> {
            throw new Divergence(what);
        });
        loss("L_neuron", step.lNeuron());
        // Losses that are switched off are NaN. If a loss that is switched on becomes NaN, its gradient shows it.
        infinite("L_trial", step.lTrial());
        infinite("L_activity", step.lActivity());
        infinite("L_output", step.lOutput());
        gradient(step.gradient());
    }

    /**
     * Checks the network after an epoch.
     *
     * @throws Divergence if its rates explode or it falls silent
     */
    void check(Validation.Result validated) {
        RateStatistics statistics = validated.statistics();
        double[] psth = statistics.psth(Validation.RAW);
        wrongRate(psth).ifPresent(what -> {
            throw new Divergence(what);
        });
        double sum = 0;
        for (double rate : psth) {
            sum += rate;
        }
        if (sum / psth.length < COLLAPSED) {
            throw new Divergence("the network fell silent (mean rate " + (float) (sum / psth.length) + " sp/s)");
        }
        loss("L_neuron on the validation trials", validated.loss());
    }

    private Optional<String> wrongRate(double[] psth) {
        int neurons = session.neurons().size();
        for (int i = 0; i < psth.length; i++) {
            if (!(psth[i] <= EXPLODED)) {
                return Optional.of("the rate of the unit of neuron "
                        + session.neurons().get(i % neurons).id() + " is " + (float) psth[i] + " sp/s in bin "
                        + i / neurons + " (" + (float) session.time().centreMs(i / neurons) + " ms)");
            }
        }
        return Optional.empty();
    }

    private static void loss(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new Divergence(name + " is " + value);
        }
    }

    private static void infinite(String name, double value) {
        if (Double.isInfinite(value)) {
            throw new Divergence(name + " is infinite");
        }
    }

    private void gradient(double[] gradient) {
        for (Block block : parameterisation.layout().blocks()) {
            for (int i = 0; i < block.length(); i++) {
                double value = gradient[block.offset() + i];
                if (!Double.isFinite(value)) {
                    throw new Divergence("the derivative with respect to value " + i + " of "
                            + block.name().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " is " + value);
                }
            }
        }
        double norm = GradientBalance.norm(gradient);
        if (!Double.isFinite(norm)) {
            throw new Divergence("the gradient's norm is " + norm);
        }
    }
}
