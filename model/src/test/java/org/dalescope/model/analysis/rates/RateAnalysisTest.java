package org.dalescope.model.analysis.rates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.Test;

class RateAnalysisTest {
    private final Session session = SmallSessions.small();

    private FittedNetwork member(long seed, RecurrentEngine engine) {
        Configuration configuration = Configuration.defaults();
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, seed);
        return new FittedNetwork(
                fit,
                fit.parameterisation().network(new Trainer(fit, engine).start().bestRaw()));
    }

    /** Means over valid bins, of two networks the mean, by loops over the engine's own rates. */
    @Test
    void ratesAreMeansOverValidBins() {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            List<FittedNetwork> members = List.of(member(1, engine), member(2, engine));
            Fit fit = members.getFirst().fit();
            int[] trials = fit.split().validation();
            AnalysisResult result = RateAnalysis.of(new FittedCircuit(members, trials), engine, Progress.SILENT);
            double[] data = new double[8];
            double[] model = new double[8];
            double bins = 0;
            List<float[]> rates = members.stream()
                    .map(m -> engine.rates(m.network(), Batch.of(session, trials), Validation.noise(m.fit())))
                    .toList();
            for (int i = 0; i < trials.length; i++) {
                for (int bin = 0; bin < session.bins(); bin++) {
                    int position = session.positions(trials)[i];
                    if (!fit.mask().isValid(position, bin)) {
                        continue;
                    }
                    bins++;
                    for (int n = 0; n < 8; n++) {
                        data[n] += session.rate(position, bin, n);
                        for (int m = 0; m < 2; m++) {
                            var units = members.get(m).network().units();
                            int at = (i * session.bins() + bin) * units.units() + units.recordedUnit()[n];
                            model[n] += rates.get(m)[at] / 2;
                        }
                    }
                }
            }
            double count = bins;
            double[] dataMean =
                    IntStream.range(0, 8).mapToDouble(n -> data[n] / count).toArray();
            double[] modelMean =
                    IntStream.range(0, 8).mapToDouble(n -> model[n] / count).toArray();
            Table table = result.tables().getFirst();
            assertArrayEquals(dataMean, ((Table.Numbers) table.columns().get(2)).values(), 1e-9);
            assertArrayEquals(modelMean, ((Table.Numbers) table.columns().get(3)).values(), 1e-4);
            assertEquals(
                    Correlation.pearson(dataMean, modelMean),
                    result.statistics().getFirst().value(),
                    1e-4);
        }
    }
}
