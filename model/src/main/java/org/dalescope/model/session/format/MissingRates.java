package org.dalescope.model.session.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Mask;

/**
 * Firing rates from a session file of any format after missing values (NaN) were handled: neurons without any value are
 * left out, and bins with a missing value are unobserved.
 *
 * @param rates sp/s, {@code [trial][bin][neuron]}, 0 where unobserved
 * @param neurons positions of the neurons that are kept
 * @param notes what was left out
 */
public record MissingRates(float[] rates, Mask observed, int[] neurons, List<Finding> notes) {
    /** Handles the missing values of {@code [trial][bin][neuron]}. */
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
                    neurons - kept.length + " of " + neurons + " neurons have no values (all NaN) and are left out."));
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
                    without + " of " + observed.length + " bins have missing rates (NaN): they count as not recorded,"
                            + " not as silent."));
        }
        if (partly > 0) {
            notes.add(Finding.warning(
                    "partly-recorded",
                    partly + " bins have missing rates for some neurons only (NaN) and are left out for all neurons: to"
                            + " keep these bins, remove those neurons or trials from the file."));
        }
        return new MissingRates(clean, new Mask(trials, bins, observed), kept, List.copyOf(notes));
    }

    /** Whether no neuron or no observed bin is left. */
    public boolean isEmpty() {
        return neurons.length == 0
                || IntStream.range(0, observed.valid().length).noneMatch(i -> observed.valid()[i]);
    }
}
