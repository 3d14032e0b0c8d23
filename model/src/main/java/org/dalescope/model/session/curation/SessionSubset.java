package org.dalescope.model.session.curation;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;

/** Leaves neurons, trials and channels out of a session: copies the part that is kept. */
final class SessionSubset {
    private SessionSubset() {}

    static Session of(Session session, Curation.Kept kept, List<Neuron> neurons) {
        int[] trials = kept.trials();
        List<Channel> channels =
                Arrays.stream(kept.channels()).mapToObj(session.channels()::get).toList();
        List<Factor> factors =
                session.factors().stream().map(factor -> factor.of(trials)).toList();
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                neurons,
                channels,
                factors,
                Arrays.stream(trials).map(t -> session.trialIds()[t]).toArray(),
                Arrays.stream(trials).mapToDouble(t -> session.durationMs()[t]).toArray(),
                columns(session.rates(), session.neurons().size(), session.bins(), trials, kept.neurons()),
                columns(session.inputs(), session.channels().size(), session.bins(), trials, kept.channels()),
                observed(session, trials));
    }

    /** Some trials and columns of {@code [trial][bin][column]}. */
    private static float[] columns(float[] all, int width, int bins, int[] trials, int[] columns) {
        float[] some = new float[trials.length * bins * columns.length];
        int next = 0;
        for (int trial : trials) {
            for (int bin = 0; bin < bins; bin++) {
                int row = (trial * bins + bin) * width;
                for (int column : columns) {
                    some[next++] = all[row + column];
                }
            }
        }
        return some;
    }

    private static Mask observed(Session session, int[] trials) {
        int bins = session.bins();
        boolean[] some = new boolean[trials.length * bins];
        for (int i = 0; i < trials.length; i++) {
            System.arraycopy(session.observed().valid(), trials[i] * bins, some, i * bins, bins);
        }
        return new Mask(trials.length, bins, some);
    }
}
