package org.dalescope.model.analysis.perturbation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dalescope.model.analysis.core.TrueCircuit;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The default preset in docs/analysis.md: what its fits of known circuits predict for silenced I units, against what the
 * true circuit does. The sessions chose nothing. An error of 1 is that of the prediction "no change".
 */
class KnownCircuitPerturbationTest {
    private static final double LEAST_R = 0.8;
    private static final double MOST_ERROR = 0.9;

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {4001, 4002, 4003})
    void silencingIDoesToICellsWhatItDoesInTheTrueCircuit(int seed) {
        SyntheticSettings settings = SyntheticSettings.demo().with("seed", Integer.toString(seed));
        Session session = SyntheticSession.of(settings);
        Network truth = TrueCircuit.of(settings, session);
        Configuration configuration = Configuration.defaults();
        Fit first = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        try (RecurrentEngine engine = new FusedEngine(2)) {
            double[][] scores = LongStream.rangeClosed(1, 3)
                    .mapToObj(own -> compared(
                            KnownCircuits.fitted(Fit.of(session, first.split(), configuration, own), engine),
                            truth,
                            first,
                            engine.workers()))
                    .toArray(double[][]::new);
            double[] median = new double[scores[0].length];
            for (int k = 0; k < median.length; k++) {
                int column = k;
                median[k] = Descriptive.median(
                        Arrays.stream(scores).mapToDouble(of -> of[column]).toArray());
            }
            String all = seed + ": " + Arrays.toString(median);
            assertTrue(median[0] > LEAST_R, all);
            assertTrue(median[1] < MOST_ERROR, all);
        }
    }

    /** r and error for I silenced seen in I, E silenced in E, E silenced in I, I silenced in E, at strength 0.3. */
    private static double[] compared(Network network, Network truth, Fit fit, WorkerThreads workers) {
        double[] scores = new double[8];
        int at = 0;
        for (NeuronType silenced : List.of(NeuronType.INHIBITORY, NeuronType.EXCITATORY)) {
            double[] wanted = changes(truth, fit, silenced, workers);
            double[] got = changes(network, fit, silenced, workers);
            for (NeuronType seen : List.of(silenced, other(silenced))) {
                int[] chosen = IntStream.range(0, wanted.length)
                        .filter(n -> fit.session().neurons().get(n).type() == seen)
                        .toArray();
                double[] a = IntStream.of(chosen).mapToDouble(n -> wanted[n]).toArray();
                double[] b = IntStream.of(chosen).mapToDouble(n -> got[n]).toArray();
                scores[at++] = Correlation.pearson(b, a);
                double off = 0;
                double all = 0;
                for (int i = 0; i < a.length; i++) {
                    off += (b[i] - a[i]) * (b[i] - a[i]);
                    all += a[i] * a[i];
                }
                scores[at++] = Math.sqrt(off / all);
            }
        }
        return scores;
    }

    private static NeuronType other(NeuronType type) {
        return type == NeuronType.INHIBITORY ? NeuronType.EXCITATORY : NeuronType.INHIBITORY;
    }

    private static double[] changes(Network network, Fit fit, NeuronType silenced, WorkerThreads workers) {
        return KnownCircuits.changes(network, fit, Noise.none(), "silence " + silenced.letter() + " 0.3", workers);
    }
}
