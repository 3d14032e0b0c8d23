package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.embedding.LinearRelu;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** Random networks under Dale's law for a session's neurons and channels, with as many hidden units as asked for. */
final class RandomCircuit {
    private RandomCircuit() {}

    static Network of(Session session, int hiddenE, int hiddenI, long seed) {
        CounterRandom r = new CounterRandom(seed);
        int recordedE = session.count(NeuronType.EXCITATORY);
        int e = recordedE + hiddenE;
        int n = e + session.count(NeuronType.INHIBITORY) + hiddenI;
        int nextE = 0;
        int nextI = e;
        int[] recorded = new int[session.neurons().size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = session.neurons().get(i).type() == NeuronType.EXCITATORY ? nextE++ : nextI++;
        }
        UnitMap units = new UnitMap(
                e, n - e, session.neurons().stream().mapToInt(Neuron::id).toArray(), recorded);
        int channels = session.channels().size();
        return new Network(
                units,
                channels,
                fill(n * n, i -> i % (n + 1) == 0 ? 0 : units.sign(i % n) * Math.abs(0.25 * r.gaussian(100 + i))),
                fill(n * channels, i -> r.gaussian(9000 + i)),
                fill(n, i -> 0.3 * r.gaussian(5000 + i)),
                fill(n, i -> r.gaussian(6000 + i)),
                fill(n, i -> 1 + 5 * r.uniform(7000 + i)),
                fill(n, i -> 50),
                fill(n, i -> 0.2 + 0.6 * r.uniform(i)));
    }

    /** The same with an embedding before W_in. */
    static Network embedded(Network n, int dimension) {
        CounterRandom r = new CounterRandom(3);
        return new Network(
                n.units(),
                dimension,
                n.w(),
                fill(n.size() * dimension, i -> r.gaussian(i)),
                n.b(),
                n.h0(),
                n.gain(),
                n.tauMs(),
                n.alpha(),
                Optional.of(new LinearRelu(
                        n.channels(),
                        fill(dimension * n.channels(), i -> r.gaussian(1000 + i)),
                        fill(dimension, i -> 0.2 * r.gaussian(2000 + i)))),
                Optional.empty());
    }

    /** The same with other weights and constant inputs. */
    static Network with(Network n, double[] w, double[] b) {
        return new Network(n.units(), n.channels(), w, n.wIn(), b, n.h0(), n.gain(), n.tauMs(), n.alpha());
    }

    /** One E and one I unit, neither driven by inputs, of tau 50 ms and gains 2 and 3, that start at a state. */
    static Network pair(Session session, double[] w, double b, double start) {
        double alpha = 1 - Math.exp(-session.time().binMs() / 50);
        return new Network(
                new UnitMap(1, 1, new int[] {7, 8}, new int[] {0, 1}),
                session.channels().size(),
                w,
                new double[2 * session.channels().size()],
                new double[] {b, b},
                new double[] {start, start},
                new double[] {2, 3},
                new double[] {50, 50},
                new double[] {alpha, alpha});
    }

    static double[] fill(int n, IntToDoubleFunction f) {
        return IntStream.range(0, n).mapToDouble(f).toArray();
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }
}
