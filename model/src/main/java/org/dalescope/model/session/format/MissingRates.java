package org.dalescope.model.session.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Mask;

/**
 * Rates freed of gaps (NaN): a neuron that is nothing but gaps is left out, a bin with a gap is unobserved.
 *
 * @param rates sp/s, {@code [trial][bin][neuron]}, 0 where unobserved
 * @param neurons positions of the neurons that stay
 * @param notes what was left out
 */
public record MissingRates(float[] rates, Mask observed, int[] neurons, List<Finding> notes) {
    /** Finds the gaps of {@code [trial][bin][neuron]}. */
    public static MissingRates of(double[] rates, int trials, int bins, int neurons) {
        boolean[] known = new boolean[neurons];
        for (int i = 0; i < rates.length; i++) {
            known[i % neurons] |= !Double.isNaN(rates[i]);
        }
        int[] kept = IntStream.range(0, neurons).filter(n -> known[n]).toArray();
        List<Finding> notes = new ArrayList<>();
        if (kept.length < neurons) {
            notes.add(Finding.warning(
                    "neurons-without-data",
                    neurons - kept.length + " of " + neurons + " neurons hold no number at all and are left out."));
        }
        return of(rates, trials, bins, neurons, kept, notes);
    }

    private static MissingRates of(double[] rates, int trials, int bins, int neurons, int[] kept, List<Finding> notes) {
        float[] clean = new float[trials * bins * kept.length];
        boolean[] observed = new boolean[trials * bins];
        int partly = 0;
        int without = 0;
        for (int i = 0; i < observed.length; i++) {
            int gaps = 0;
            for (int neuron : kept) {
                gaps += Double.isNaN(rates[i * neurons + neuron]) ? 1 : 0;
            }
            observed[i] = gaps == 0;
            without += gaps > 0 ? 1 : 0;
            partly += gaps > 0 && gaps < kept.length ? 1 : 0;
            for (int n = 0; n < kept.length && observed[i]; n++) {
                clean[i * kept.length + n] = (float) rates[i * neurons + kept[n]];
            }
        }
        if (without > 0) {
            notes.add(Finding.notice(
                    "unobserved-bins",
                    without + " of " + observed.length + " bins hold no rates (NaN): they count as not recorded, not as"
                            + " silence."));
        }
        if (partly > 0) {
            notes.add(Finding.warning(
                    "partly-recorded",
                    partly + " bins lack some neurons only (NaN) and are left out for all: leave such neurons or trials"
                            + " out of the file to keep the bins."));
        }
        return new MissingRates(clean, new Mask(trials, bins, observed), kept, List.copyOf(notes));
    }

    /** The same in plain words: no bin was recorded at all. */
    public boolean isEmpty() {
        return neurons.length == 0
                || IntStream.range(0, observed.valid().length).noneMatch(i -> observed.valid()[i]);
    }
}
