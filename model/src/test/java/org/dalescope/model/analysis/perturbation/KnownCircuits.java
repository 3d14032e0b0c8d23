package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.TimeWindow;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;

/** What tests of perturbations in known circuits share: the network of a fit, and the changes that it predicts. */
final class KnownCircuits {
    private static final String WINDOW = "300:600";

    private KnownCircuits() {}

    /** The network of the best epoch. */
    static Network fitted(Fit fit, RecurrentEngine engine) {
        Trainer trainer = new Trainer(fit, engine);
        return fit.parameterisation()
                .network(trainer.run(trainer.start(), new FitControl(), _ -> {})
                        .state()
                        .bestRaw());
    }

    /**
     * The change of every recorded neuron's mean rate in 300:600 ms over valid bins of the validation trials, in the
     * session's order.
     *
     * @param asked the perturbation in this window, such as {@code silence I 0.3}
     */
    static double[] changes(Network network, Fit fit, Noise noise, String asked, WorkerThreads workers) {
        int[] trials = fit.split().validation();
        CircuitSimulation simulation = new CircuitSimulation(network, fit.session(), trials, noise, workers);
        ConditionAveragedRates psths = ConditionAveragedRates.together(fit.session(), fit.mask(), trials);
        double[] before = psths.of(network.units(), simulation.intact())[0];
        double[] under =
                psths.of(network.units(), simulation.rates(PerturbationText.of(asked + "; window " + WINDOW)))[0];
        boolean[] window = TimeWindow.of(WINDOW).bins(fit.session().time());
        double[] changes = new double[network.units().recorded()];
        for (int neuron = 0; neuron < changes.length; neuron++) {
            changes[neuron] = psths.mean(0, under, neuron, window) - psths.mean(0, before, neuron, window);
        }
        return changes;
    }
}
