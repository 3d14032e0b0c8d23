package org.dalescope.model.session.format.dalescope;

import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Session;

/**
 * Encodes the rates in Dalescope's own session file as the smallest array that restores them bit for bit: counts per
 * bin, or the rates themselves.
 */
final class RateEncoding {
    static final String COUNTS = "counts";
    static final String RATES = "rates";

    private static final int MOST_IN_A_BYTE = 255;
    private static final int MOST_IN_A_SHORT = 65535;

    private RateEncoding() {}

    /** The encoded rates, {@code [trial, bin, neuron]}. */
    static NamedArray of(Session session) {
        float[] rates = session.rates();
        int[] shape = {session.trials(), session.bins(), session.neurons().size()};
        double toCount = session.time().binMs() / 1000;
        double toRate = 1000 / session.time().binMs();
        int[] counts = new int[rates.length];
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            long count = Math.round(rates[i] * toCount);
            if (count > Integer.MAX_VALUE
                    || Float.floatToIntBits((float) (count * toRate)) != Float.floatToIntBits(rates[i])) {
                return NamedArray.of(RATES, rates, shape);
            }
            counts[i] = (int) count;
            most = Math.max(most, counts[i]);
        }
        if (most <= MOST_IN_A_BYTE) {
            byte[] bytes = new byte[counts.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) counts[i];
            }
            return NamedArray.of(COUNTS, bytes, shape);
        }
        if (most <= MOST_IN_A_SHORT) {
            short[] shorts = new short[counts.length];
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = (short) counts[i];
            }
            return NamedArray.of(COUNTS, shorts, shape);
        }
        return new NamedArray(COUNTS, shape, new NamedArray.Values.Ints(counts));
    }

    /** The rates in sp/s. */
    static float[] rates(NamedArray array, double binMs) {
        double scale = array.name().equals(RATES) ? 1 : 1000 / binMs;
        double[] values = array.doubles();
        float[] rates = new float[values.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) (values[i] * scale);
        }
        return rates;
    }
}
