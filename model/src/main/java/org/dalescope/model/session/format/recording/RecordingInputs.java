package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.Channel;

/** Collects the input channels of a recording, each with its values {@code [trial * bin]}. */
public final class RecordingInputs {
    private final List<Channel> channels = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();

    /** Adds steps, pulses and signals of 0 and 1 without scaling them. */
    public void event(String name, float[] values) {
        channels.add(Channel.event(free(name)));
        columns.add(values);
    }

    /**
     * Adds a measured signal, z-scored over the bins that have a value.
     *
     * @param values NaN for a bin without a value, which gets the mean
     */
    public void continuous(String name, double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance =
                Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double sd = variance > 0 ? Math.sqrt(variance) : 1;
        channels.add(new Channel(free(name), Channel.Kind.CONTINUOUS, mean, sd));
        columns.add(narrow(Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? (v - mean) / sd : 0)
                .toArray()));
    }

    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    boolean isEmpty() {
        return channels.isEmpty();
    }

    /** The values of a channel by name. */
    public Optional<float[]> values(String name) {
        for (int k = 0; k < channels.size(); k++) {
            if (channels.get(k).name().equals(name)) {
                return Optional.of(columns.get(k));
            }
        }
        return Optional.empty();
    }

    /** Whether the channel with this name is an event channel. */
    boolean hasEvent(String name) {
        return channels.stream()
                .anyMatch(channel -> channel.name().equals(name) && channel.kind() == Channel.Kind.EVENT);
    }

    /** All channels, {@code [trial][bin][channel]}. */
    float[] joined(int trialBins) {
        int count = columns.size();
        float[] inputs = new float[trialBins * count];
        for (int k = 0; k < count; k++) {
            float[] column = columns.get(k);
            for (int i = 0; i < trialBins; i++) {
                inputs[i * count + k] = column[i];
            }
        }
        return inputs;
    }

    public static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** The name, with a number appended if it is already used. */
    private String free(String name) {
        List<String> taken = channels.stream().map(Channel::name).toList();
        String free = name;
        for (int k = 2; taken.contains(free); k++) {
            free = name + "_" + k;
        }
        return free;
    }
}
