package org.dalescope.model.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.Session;

/**
 * Trials that run through the recurrence together.
 *
 * @param trialIds ids, which also number the noise of each trial
 * @param positions where each trial lies in {@code inputs}
 * @param inputs {@code [position][bin][channel]}, channel fastest; usually those of the whole session, never copied
 */
public record Batch(int[] trialIds, int[] positions, int bins, int channels, float[] inputs) {

    /** Trials whose inputs lie one after the other. */
    public static Batch of(int[] trialIds, int bins, int channels, float[] inputs) {
        return new Batch(trialIds, IntStream.range(0, trialIds.length).toArray(), bins, channels, inputs);
    }

    /** The inputs of some trials of a session. */
    public static Batch of(Session session, int[] trialIds) {
        int channels = session.channels().size();
        return new Batch(trialIds, session.positions(trialIds), session.bins(), channels, session.inputs());
    }

    public int trials() {
        return trialIds.length;
    }

    /** Where a trial's inputs begin. */
    int offset(int trial) {
        return positions[trial] * bins * channels;
    }

    /** Some consecutive trials of this batch. */
    public Batch slice(int from, int to) {
        return new Batch(
                Arrays.copyOfRange(trialIds, from, to),
                Arrays.copyOfRange(positions, from, to),
                bins,
                channels,
                inputs);
    }

    /** All inputs, {@code [bin][trial][channel]}. */
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
