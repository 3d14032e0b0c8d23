package org.dalescope.model.session.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mask;

/**
 * Collects a session's input channels for the readers of several file formats, one column {@code [trial][bin]} per
 * channel.
 */
public final class InputChannelBuilder {
    private final Mask observed;
    private final List<Channel> channels = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();

    /**
     * Creates a builder for these trials and bins. A NaN in an unobserved bin becomes 0; one in an observed bin stays
     * NaN.
     */
    public InputChannelBuilder(Mask observed) {
        this.observed = observed;
    }

    /** Adds steps and pulses without scaling them. */
    public void event(String name, double[] values) {
        channels.add(Channel.event(name));
        columns.add(narrow(values));
    }

    /** Adds a signal, z-scored over all trials and bins; a constant signal becomes zero. */
    public void continuous(String name, double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance =
                Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double sd = variance > 0 ? Math.sqrt(variance) : 1;
        channels.add(new Channel(name, Channel.Kind.CONTINUOUS, mean, sd));
        columns.add(narrow(Arrays.stream(values).map(v -> (v - mean) / sd).toArray()));
    }

    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    /** All columns in the layout of a session: {@code [trial][bin][channel]}. */
    public float[] inputs() {
        float[] inputs = new float[observed.trials() * observed.bins() * columns.size()];
        for (int k = 0; k < columns.size(); k++) {
            float[] column = columns.get(k);
            for (int i = 0; i < column.length; i++) {
                inputs[i * columns.size() + k] = column[i];
            }
        }
        return inputs;
    }

    private float[] narrow(double[] values) {
        float[] column = new float[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = Double.isNaN(values[i]) && !observed.valid()[i] ? 0 : (float) values[i];
        }
        return column;
    }
}
