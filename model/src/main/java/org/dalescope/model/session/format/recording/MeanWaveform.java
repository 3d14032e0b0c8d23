package org.dalescope.model.session.format.recording;

import java.util.Optional;

/**
 * The shape of a unit's mean waveform on the channel where it is largest.
 *
 * @param channel the position of that channel
 * @param troughToPeakMs time from the minimum to the maximum after it; NaN if it has none
 */
public record MeanWaveform(int channel, double troughToPeakMs) {
    /**
     * Measures a waveform; empty if it is flat on every channel, or not a number.
     *
     * @param values {@code [sample][channel]}
     * @param rateHz samples per second
     */
    public static Optional<MeanWaveform> of(double[] values, int channels, double rateHz) {
        int best = -1;
        double largest = 0;
        for (int channel = 0; channel < channels; channel++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int at = channel; at < values.length; at += channels) {
                low = Math.min(low, values[at]);
                high = Math.max(high, values[at]);
            }
            if (high - low > largest) {
                largest = high - low;
                best = channel;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new MeanWaveform(best, troughToPeakMs(values, best, channels, rateHz)));
    }

    private static double troughToPeakMs(double[] values, int channel, int channels, double rateHz) {
        int trough = channel;
        for (int at = channel; at < values.length; at += channels) {
            trough = values[at] < values[trough] ? at : trough;
        }
        int peak = trough;
        for (int at = trough; at < values.length; at += channels) {
            peak = values[at] > values[peak] ? at : peak;
        }
        return peak == trough ? Double.NaN : 1000.0 * (peak - trough) / channels / rateHz;
    }
}
