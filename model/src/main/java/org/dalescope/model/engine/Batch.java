package org.dalescope.model.engine;

import org.dalescope.model.session.Session;

/**
 * Trials that run through the recurrence together.
 *
 * @param trialIds ids, which also number the noise of each trial
 * @param inputs {@code [bin][trial][channel]}, channel fastest
 */
public record Batch(int[] trialIds, int bins, int channels, float[] inputs) {

    /** The inputs of some trials of a session. */
    public static Batch of(Session session, int[] trialIds) {
        int trials = trialIds.length;
        int bins = session.bins();
        int channels = session.channels().size();
        int[] positions = session.positions(trialIds);
        float[] inputs = new float[bins * trials * channels];
        for (int i = 0; i < trials; i++) {
            for (int bin = 0; bin < bins; bin++) {
                int from = (positions[i] * bins + bin) * channels;
                System.arraycopy(session.inputs(), from, inputs, (bin * trials + i) * channels, channels);
            }
        }
        return new Batch(trialIds, bins, channels, inputs);
    }

    public int trials() {
        return trialIds.length;
    }

    /** Some consecutive trials of this batch. */
    Batch slice(int from, int to) {
        int width = to - from;
        float[] part = new float[bins * width * channels];
        for (int bin = 0; bin < bins; bin++) {
            int source = (bin * trials() + from) * channels;
            System.arraycopy(inputs, source, part, bin * width * channels, width * channels);
        }
        return new Batch(java.util.Arrays.copyOfRange(trialIds, from, to), bins, channels, part);
    }
}
