package org.dalescope.model.session.format.plain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;

/** A session with everything that a format can get wrong. */
public final class AwkwardSession {
    private static final int TRIALS = 12;
    private static final int BINS = 5;

    private AwkwardSession() {}

    public static Session make() {
        float[] rates = new float[TRIALS * BINS * 3];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) (Math.abs(Math.sin(i)) * 37 + (i == 8 ? 1e6 : 0));
        }
        float[] inputs = new float[TRIALS * BINS * 3];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i % 3 == 0 ? i % 2 : (float) Math.cos(i);
        }
        boolean[] observed = new boolean[TRIALS * BINS];
        java.util.Arrays.fill(observed, true);
        observed[4] = false;
        observed[17] = false;
        double[] reward = IntStream.range(0, TRIALS).mapToDouble(t -> t % 2).toArray();
        double[] gaze = IntStream.range(0, TRIALS)
                .mapToDouble(t -> t == 3 ? Double.NaN : Math.sqrt(t))
                .toArray();
        return new Session(
                "Sitzung 1, naïve µ",
                new SessionSource(
                        Path.of("awkward.mat"),
                        "made",
                        "",
                        List.of(Finding.warning("guess", "The bin size was guessed."), Finding.notice("n", "")),
                        Optional.empty()),
                new TimeAxis(100.0 / 3, -216.7, BINS, "cue"),
                List.of(
                        new Neuron(7, NeuronType.EXCITATORY, "V1"),
                        new Neuron(-2, NeuronType.UNKNOWN, "µ-area"),
                        new Neuron(40, NeuronType.INHIBITORY, "")),
                List.of(
                        Channel.event("fixation_on"),
                        new Channel("eye_x", Channel.Kind.CONTINUOUS, 3.25, 1.75),
                        new Channel("pupil size (a.u.)", Channel.Kind.CONTINUOUS, 1e-3, 1e4)),
                List.of(
                        new Factor("reward", Factor.Kind.ORDINAL, reward, -1, Map.of(0.0, "none", 1.0, "big, red")),
                        new Factor("gaze / angle", Factor.Kind.CONTINUOUS, gaze, Double.NaN, Map.of())),
                IntStream.range(0, TRIALS).map(t -> 900 - 3 * t).toArray(),
                IntStream.range(0, TRIALS).mapToDouble(t -> 10.5 * t).toArray(),
                rates,
                inputs,
                new Mask(TRIALS, BINS, observed));
    }
}
