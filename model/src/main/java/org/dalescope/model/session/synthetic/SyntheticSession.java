package org.dalescope.model.session.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/**
 * Makes synthetic sessions: a {@link SyntheticTask} drives a {@link SyntheticCircuit}, and its rates produce spikes.
 */
public final class SyntheticSession {
    private static final double START_MS = -200;

    private SyntheticSession() {}

    /** Makes a session. Equal settings give equal spikes. */
    public static Session of(SyntheticSettings settings) {
        SyntheticTask task = settings.task().task();
        List<Channel> channels = task.channels();
        SyntheticCircuit circuit = SyntheticCircuit.of(settings, channels);
        TimeAxis time = time(settings);
        int[] order = neuronOrder(settings);
        CounterRandom spikeRandom = CounterRandom.of(settings.seed(), Stream.SPIKES);
        SyntheticPerturbation perturbation = SyntheticPerturbation.of(settings, time);
        double[][] factors = new double[task.labels().size()][settings.trials()];
        float[] rates = new float[settings.trials() * settings.bins() * order.length];
        float[] inputs = new float[settings.trials() * settings.bins() * channels.size()];
        for (int trial = 0; trial < settings.trials(); trial++) {
            CounterRandom random = trialRandom(settings, trial);
            SyntheticTask.Trial drawn = task.draw(random, time);
            for (int k = 0; k < factors.length; k++) {
                factors[k][trial] = drawn.factors()[k];
            }
            double[][] expected = circuit.rates(drawn.inputs(), perturbation.currents(trial), random.at(1));
            spikes(settings, expected, order, spikeRandom.at(trial), rates, trial);
            for (int bin = 0; bin < settings.bins(); bin++) {
                for (int k = 0; k < channels.size(); k++) {
                    inputs[(trial * settings.bins() + bin) * channels.size() + k] = (float) drawn.inputs()[bin][k];
                }
            }
        }
        List<Factor> labelled = new ArrayList<>();
        for (int k = 0; k < factors.length; k++) {
            labelled.add(task.labels().get(k).with(factors[k]));
        }
        if (settings.perturbed() > 0) {
            labelled.add(perturbation.factor());
        }
        return new Session(
                "Synthetic " + task.name() + ", seed " + settings.seed(),
                new SessionSource(Path.of("synthetic"), "generated", ""),
                time,
                neurons(settings, order),
                channels,
                List.copyOf(labelled),
                IntStream.range(0, settings.trials()).toArray(),
                durations(settings),
                rates,
                inputs);
    }

    static TimeAxis time(SyntheticSettings settings) {
        return new TimeAxis(
                settings.binMs(),
                START_MS + settings.binMs() / 2,
                settings.bins(),
                settings.task().task().event());
    }

    static CounterRandom trialRandom(SyntheticSettings settings, int trial) {
        return CounterRandom.of(settings.seed(), Stream.SYNTHETIC_TRIALS).at(trial);
    }

    /** The unit of every neuron in file order: types are interleaved, as in recordings. */
    static int[] neuronOrder(SyntheticSettings settings) {
        int[] recorded = SyntheticCircuit.recorded(settings);
        int[] shuffled = CounterRandom.of(settings.seed(), Stream.SYNTHETIC_NETWORK)
                .at(1)
                .permutation(recorded.length);
        return IntStream.of(shuffled).map(i -> recorded[i]).toArray();
    }

    private static double[] durations(SyntheticSettings settings) {
        double[] durations = new double[settings.trials()];
        for (int trial = 0; trial < settings.trials(); trial++) {
            double share = 0.8 + 0.3 * trialRandom(settings, trial).uniform(2);
            durations[trial] = settings.bins() * settings.binMs() * share;
        }
        for (int i = 0; i < settings.aborted(); i++) {
            durations[(int) ((i + 0.5) * settings.trials() / settings.aborted())] = settings.binMs() / 2;
        }
        return durations;
    }

    private static List<Neuron> neurons(SyntheticSettings settings, int[] order) {
        List<Neuron> neurons = new ArrayList<>();
        for (int unit : order) {
            NeuronType type = unit < settings.excitatoryUnits() ? NeuronType.EXCITATORY : NeuronType.INHIBITORY;
            neurons.add(new Neuron(unit, type, "synthetic"));
        }
        return List.copyOf(neurons);
    }

    private static void spikes(
            SyntheticSettings settings,
            double[][] expected,
            int[] order,
            CounterRandom random,
            float[] rates,
            int trial) {
        int neurons = order.length;
        for (int bin = 0; bin < settings.bins(); bin++) {
            for (int i = 0; i < neurons; i++) {
                double mean = expected[bin][order[i]] * settings.binMs() / 1000;
                int count = SpikeCountSampler.at(mean, settings.fano(), random.uniform((long) bin * neurons + i));
                rates[(trial * settings.bins() + bin) * neurons + i] = (float) (count * 1000 / settings.binMs());
            }
        }
    }
}
