package org.dalescope.model.engine;

import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;

/**
 * The Gaussian noise N(0, sd^2) that an engine adds to the continuous inputs of a network, a function of generator,
 * trial id, bin and channel.
 *
 * @param random the generator of one step
 * @param channels the channels that receive noise
 */
public record InputNoise(CounterRandom random, double sd, int[] channels) {

    public static InputNoise none() {
        return new InputNoise(new CounterRandom(0), 0, new int[0]);
    }

    /** The noise for the continuous channels of a session. */
    public static InputNoise of(CounterRandom random, double sd, Session session) {
        return new InputNoise(random, sd, continuous(session));
    }

    /** The indices of the session's continuous channels. */
    public static int[] continuous(Session session) {
        return IntStream.range(0, session.channels().size())
                .filter(channel -> session.channels().get(channel).kind() == Channel.Kind.CONTINUOUS)
                .toArray();
    }

    /** The same noise with a new draw for a step. */
    public InputNoise at(long step) {
        return new InputNoise(random.at(step), sd, channels);
    }

    boolean isNone() {
        return sd == 0 || channels.length == 0;
    }

    /** Adds a trial's noise to its inputs {@code [bin][channel]}, which start at an offset. */
    void add(int trialId, float[] inputs, int from, int bins, int perBin) {
        CounterRandom own = random.at(trialId);
        for (int bin = 0; bin < bins; bin++) {
            for (int channel : channels) {
                int i = bin * perBin + channel;
                inputs[from + i] = (float) (inputs[from + i] + sd * own.gaussian(i));
            }
        }
    }
}
