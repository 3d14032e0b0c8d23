package org.dalescope.model.training;

import java.util.Optional;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.session.Session;

/** Looks at every step and every epoch whether the fit still makes sense, and says what does not. */
final class FitSanityCheck {
    /** A mean rate that no cell has, sp/s: ten times the fastest ones. */
    private static final double EXPLODED = 10_000;

    /** Below this mean rate of the whole population nothing fires in any trial, sp/s. */
    private static final double COLLAPSED = 1e-4;

    private final Session session;
    private final Parameterisation parameterisation;

    FitSanityCheck(Fit fit, Parameterisation parameterisation) {
        this.session = fit.session();
        this.parameterisation = parameterisation;
    }

    /**
     * Looks at a step before it is taken.
     *
     * @throws Divergence where a loss or its gradient is not a number or infinite
     */
    void check(TrainingStep.Result step) {
        wrongRate(step.psth()).ifPresent(what -> {
            throw new Divergence(what);
        });
        loss("L_neuron", step.lNeuron());
        // Those that are switched off are NaN; what a switched-on one makes of infinite rates is in its gradient.
        infinite("L_trial", step.lTrial());
        infinite("L_activity", step.lActivity());
        infinite("L_output", step.lOutput());
        gradient(step.gradient());
    }

    /**
     * Looks at the network after an epoch.
     *
     * @throws Divergence where it explodes or falls silent
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
                    throw new Divergence("the gradient by number " + i + " of "
                            + block.name()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' ') + " is " + value);
                }
            }
        }
        double norm = GradientBalance.norm(gradient);
        if (!Double.isFinite(norm)) {
            throw new Divergence("the gradient's norm is " + norm);
        }
    }
}
