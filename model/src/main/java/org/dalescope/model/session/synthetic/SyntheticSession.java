package org.dalescope.model.session.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.random.CounterRandom;
import org.dalescope.model.random.CounterRandom.Stream;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/**
 * A delayed-response task with Poisson spikes from a {@link SyntheticCircuit}: a fixation light, a cue at one of four
 * locations, a go signal and, on rewarded trials, a reward pulse; eye position drifts and jumps to the cue after go.
 */
public final class SyntheticSession {
    private static final int LOCATIONS = 4;
    private static final double START_MS = -200;
    private static final double CUE_MS = 300;
    private static final double CUE_END_MS = 600;
    private static final double GO_MS = 1000;
    private static final double REWARD_MS = 1400;
    private static final int EYE_X = 7;
    private static final int EYE_Y = 8;

    private SyntheticSession() {}

    /** Makes a session; equal settings give equal spikes. */
    public static Session of(SyntheticSettings settings) {
        List<Channel> channels = channels();
        SyntheticCircuit circuit = SyntheticCircuit.of(settings, channels.size());
        int units = settings.excitatory() + settings.inhibitory();
        int[] order = CounterRandom.of(settings.seed(), Stream.SYNTHETIC_NETWORK)
                .at(1)
                .permutation(units);
        CounterRandom trialRandom = CounterRandom.of(settings.seed(), Stream.SYNTHETIC_TRIALS);
        CounterRandom spikeRandom = CounterRandom.of(settings.seed(), Stream.SPIKES);
        double[] location = new double[settings.trials()];
        double[] reward = new double[settings.trials()];
        double[] duration = new double[settings.trials()];
        float[] rates = new float[settings.trials() * settings.bins() * units];
        float[] inputs = new float[settings.trials() * settings.bins() * channels.size()];
        for (int trial = 0; trial < settings.trials(); trial++) {
            CounterRandom random = trialRandom.at(trial);
            location[trial] = 1 + (int) (LOCATIONS * random.uniform(0));
            reward[trial] = random.uniform(1) < 0.5 ? 0 : 1;
            duration[trial] = settings.bins() * settings.binMs() * (0.8 + 0.3 * random.uniform(2));
            double[][] u = inputs(settings, channels.size(), (int) location[trial], reward[trial] > 0, random);
            double[][] expected = circuit.rates(u, random.at(1));
            spikes(settings, expected, order, spikeRandom.at(trial), rates, trial);
            for (int bin = 0; bin < settings.bins(); bin++) {
                for (int k = 0; k < channels.size(); k++) {
                    inputs[(trial * settings.bins() + bin) * channels.size() + k] = (float) u[bin][k];
                }
            }
        }
        for (int i = 0; i < settings.abortedTrials(); i++) {
            duration[(int) ((i + 0.5) * settings.trials() / settings.abortedTrials())] = settings.binMs() / 2;
        }
        return new Session(
                "Synthetic delayed response, seed " + settings.seed(),
                new SessionSource(Path.of("synthetic"), "generated", ""),
                new TimeAxis(settings.binMs(), START_MS + settings.binMs() / 2, settings.bins(), "fixation onset"),
                neurons(settings, order),
                channels,
                List.of(
                        new Factor("location", Factor.Kind.CATEGORICAL, location, Double.NaN, Map.of()),
                        new Factor(
                                "reward", Factor.Kind.ORDINAL, reward, Double.NaN, Map.of(0.0, "none", 1.0, "reward"))),
                IntStream.range(0, settings.trials()).toArray(),
                duration,
                rates,
                inputs);
    }

    private static List<Neuron> neurons(SyntheticSettings settings, int[] order) {
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            NeuronType type = order[i] < settings.excitatory() ? NeuronType.EXCITATORY : NeuronType.INHIBITORY;
            neurons.add(new Neuron(order[i], type, "synthetic"));
        }
        return List.copyOf(neurons);
    }

    private static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        channels.add(Channel.event("fixation_on"));
        for (int i = 1; i <= LOCATIONS; i++) {
            channels.add(Channel.event("target_loc_" + i));
        }
        channels.add(Channel.event("go_signal"));
        channels.add(Channel.event("reward_on"));
        channels.add(new Channel("eye_x", Channel.Kind.CONTINUOUS, 0, 1));
        channels.add(new Channel("eye_y", Channel.Kind.CONTINUOUS, 0, 1));
        return List.copyOf(channels);
    }

    private static double[][] inputs(
            SyntheticSettings settings, int channels, int location, boolean rewarded, CounterRandom random) {
        double[][] u = new double[settings.bins()][channels];
        double eyeX = 0;
        double eyeY = 0;
        double angle = Math.PI / 2 * (location - 0.5);
        for (int bin = 0; bin < settings.bins(); bin++) {
            double ms = START_MS + (bin + 0.5) * settings.binMs();
            u[bin][0] = ms >= 0 && ms < GO_MS ? 1 : 0;
            u[bin][location] = ms >= CUE_MS && ms < CUE_END_MS ? 1 : 0;
            u[bin][LOCATIONS + 1] = ms >= GO_MS ? 1 : 0;
            u[bin][LOCATIONS + 2] = rewarded && ms >= REWARD_MS && ms < REWARD_MS + 150 ? 1 : 0;
            double aim = ms >= GO_MS + 150 ? 1.5 : 0;
            eyeX += 0.4 * (aim * Math.cos(angle) - eyeX) + 0.05 * random.gaussian(10 + 2L * bin);
            eyeY += 0.4 * (aim * Math.sin(angle) - eyeY) + 0.05 * random.gaussian(11 + 2L * bin);
            u[bin][EYE_X] = eyeX;
            u[bin][EYE_Y] = eyeY;
        }
        return u;
    }

    private static void spikes(
            SyntheticSettings settings,
            double[][] expected,
            int[] order,
            CounterRandom random,
            float[] rates,
            int trial) {
        int units = order.length;
        for (int bin = 0; bin < settings.bins(); bin++) {
            for (int i = 0; i < units; i++) {
                double mean = expected[bin][order[i]] * settings.binMs() / 1000;
                int count = poisson(mean, random.uniform((long) bin * units + i));
                rates[(trial * settings.bins() + bin) * units + i] = (float) (count * 1000 / settings.binMs());
            }
        }
    }

    /** Poisson count by inversion of the distribution function. */
    private static int poisson(double mean, double uniform) {
        double probability = Math.exp(-mean);
        double cumulative = probability;
        int count = 0;
        while (uniform > cumulative && count < 200) {
            count++;
            probability *= mean / count;
            cumulative += probability;
        }
        return count;
    }
}
