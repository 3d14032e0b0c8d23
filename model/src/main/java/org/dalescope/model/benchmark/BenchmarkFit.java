package org.dalescope.model.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.training.Fit;

/**
 * Makes the synthetic fit that a benchmark measures. It has the laboratory's objective on all trials in one step:
 * L_neuron with its scale and variance terms, L_trial with 20 Sinkhorn iterations at an absolute epsilon, and process
 * noise. Every trial is valid in every bin.
 */
final class BenchmarkFit {
    private static final double BIN_MS = 25;
    private static final double SPIKES_PER_BIN = 0.4;
    private static final int MANY = 1_000_000;

    private BenchmarkFit() {}

    static Fit of(BenchmarkSize size, GradientBalancing balancing) {
        return of(size, laboratory(balancing));
    }

    /** A fit of this size with other settings. */
    static Fit of(BenchmarkSize size, Configuration settings) {
        int[] train = IntStream.range(0, size.trials()).toArray();
        int[] validation = IntStream.range(size.trials(), size.trials() + size.validationTrials())
                .toArray();
        Split split = new Split("benchmark", train, validation, new int[0]);
        Configuration configuration = settings.with("network.ei_ratio", String.valueOf(size.ratio()))
                .with("training.epochs", String.valueOf(MANY))
                .with("training.patience", String.valueOf(MANY))
                .with("training.selection", "psth-r-raw");
        return Fit.of(session(size), split, configuration, 1);
    }

    private static Configuration laboratory(GradientBalancing balancing) {
        Configuration configuration = Preset.named("psth-shape").configuration();
        for (String[] setting : List.of(
                new String[] {"training.trials_per_step", "1"},
                new String[] {"training.learning_rate", "0.001"},
                new String[] {"loss.neuron.minimum_trials", "1"},
                new String[] {"loss.neuron.smoothing_ms", "0"},
                new String[] {"loss.neuron.sd_weight", "0.05"},
                new String[] {"loss.trial.smoothing_ms", "0"},
                new String[] {"loss.trial.z_scoring", "own"},
                new String[] {"loss.trial.epsilon_unit", "absolute"},
                new String[] {"loss.trial.epsilon", "0.1"},
                new String[] {"loss.trial.iterations", "20"},
                new String[] {"loss.trial.tolerance", "0"},
                new String[] {"loss.trial.scale", "0.5"},
                new String[] {"loss.balancing", balancing == GradientBalancing.FIXED ? "fixed" : "gradient"})) {
            configuration = configuration.with(setting[0], setting[1]);
        }
        return configuration;
    }

    private static Session session(BenchmarkSize size) {
        int trials = size.trials() + size.validationTrials();
        CounterRandom random = new CounterRandom(20);
        float[] rates = new float[trials * size.bins() * size.recorded()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) (count(random.uniform(i)) * 1000 / BIN_MS);
        }
        CounterRandom drive = random.at(1);
        float[] inputs = new float[trials * size.bins() * BenchmarkSize.CHANNELS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) drive.uniform(i);
        }
        double[] duration = new double[trials];
        Arrays.fill(duration, size.bins() * BIN_MS);
        return new Session(
                "Benchmark",
                new SessionSource(Path.of("benchmark"), "generated", ""),
                new TimeAxis(BIN_MS, BIN_MS / 2, size.bins(), "start"),
                neurons(size),
                IntStream.range(0, BenchmarkSize.CHANNELS)
                        .mapToObj(i -> Channel.event("input_" + i))
                        .toList(),
                List.of(),
                IntStream.range(0, trials).toArray(),
                duration,
                rates,
                inputs);
    }

    /** A Poisson count by inversion, limited to 3. */
    private static int count(double uniform) {
        double p = Math.exp(-SPIKES_PER_BIN);
        double sum = p;
        int k = 0;
        while (uniform > sum && k < 3) {
            k++;
            p *= SPIKES_PER_BIN / k;
            sum += p;
        }
        return k;
    }

    private static List<Neuron> neurons(BenchmarkSize size) {
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < size.recorded(); i++) {
            NeuronType type = i < size.recorded() - size.inhibitory() ? NeuronType.EXCITATORY : NeuronType.INHIBITORY;
            neurons.add(new Neuron(i, type, ""));
        }
        return neurons;
    }
}
