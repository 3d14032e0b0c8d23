package org.dalescope.model.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Session;

/**
 * A batch of trials that an engine runs through the recurrence together.
 *
 * @param trialIds ids, which also select the noise of each trial
 * @param positions position of each trial in {@code inputs}
 * @param inputs {@code [position][bin][channel]}, channel fastest; usually the array of the whole session, which is not
 *     copied
 */
public record Batch(int[] trialIds, int[] positions, int bins, int channels, float[] inputs) {

    /** A batch of trials whose inputs are stored one after the other. */
    public static Batch of(int[] trialIds, int bins, int channels, float[] inputs) {
        return new Batch(trialIds, IntStream.range(0, trialIds.length).toArray(), bins, channels, inputs);
    }

    /** The batch of some trials of a session. */
    public static Batch of(Session session, int[] trialIds) {
        int channels = session.channels().size();
        return new Batch(trialIds, session.positions(trialIds), session.bins(), channels, session.inputs());
    }

    public int trials() {
        return trialIds.length;
    }

    /** The index of a trial's first input. */
    int offset(int trial) {
        return positions[trial] * bins * channels;
    }

    /** The batch of some consecutive trials of this one. */
    public Batch slice(int from, int to) {
        return new Batch(
                Arrays.copyOfRange(trialIds, from, to),
                Arrays.copyOfRange(positions, from, to),
                bins,
                channels,
                inputs);
    }

    /** The inputs of all trials, {@code [bin][trial][channel]}. */
    public float[] binsOutermost(WorkerThreads workers) {
        float[] ordered = new float[bins * trials() * channels];
        workers.run(bins, bin -> {
            for (int trial = 0; trial < trials(); trial++) {
                int from = (positions[trial] * bins + bin) * channels;
                System.arraycopy(inputs, from, ordered, (bin * trials() + trial) * channels, channels);
            }
        });
        return ordered;
    }
}
