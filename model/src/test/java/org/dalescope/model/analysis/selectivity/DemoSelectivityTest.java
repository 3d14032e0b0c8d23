package org.dalescope.model.analysis.selectivity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.analysis.core.TrueCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which location and which reward a neuron of the demo prefers is known from the circuit that made it, without spikes and noise. */
class DemoSelectivityTest {
    private static final double CLEAR = 0.5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theSignsOfTheTrueCircuitsSelectivityComeBack() {
        Session session = DemoSession.open(folder);
        Configuration configuration = Configuration.defaults();
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            Trainer trainer = new Trainer(fit, engine);
            double[] raw = trainer.run(trainer.start(), new FitControl(), _ -> {})
                    .state()
                    .bestRaw();
            List<Selectivity> all = new SelectivityCalculator(
                            session,
                            fit.mask(),
                            List.of(
                                    rates(fit, fit.parameterisation().network(raw), engine),
                                    rates(fit, TrueCircuit.of(SyntheticSettings.demo(), session), engine)))
                    .all(SelectivityWindow.standard(), Progress.SILENT);
            int clear = 0;
            int right = 0;
            for (Selectivity one : all) {
                double[][] fitted = one.models()[0];
                double[][] truth = one.models()[1];
                for (int neuron = 0; neuron < one.neurons(); neuron++) {
                    for (int pair = 0; pair < truth[neuron].length; pair++) {
                        if (Math.abs(truth[neuron][pair]) > CLEAR) {
                            clear++;
                            right += fitted[neuron][pair] * truth[neuron][pair] > 0 ? 1 : 0;
                        }
                    }
                }
            }
            assertTrue(clear > 200, "clear preferences: " + clear);
            double share = (double) right / clear;
            assertTrue(share > 0.85, "share with the true sign: " + share);
        }
    }

    private static ModelRates rates(Fit fit, Network network, RecurrentEngine engine) {
        int[] trials = fit.split().validation();
        Session session = fit.session();
        float[] rates = engine.rates(network, Batch.of(session, trials), Noise.none());
        return new ModelRates(network.units(), trials, session.bins(), rates);
    }
}
