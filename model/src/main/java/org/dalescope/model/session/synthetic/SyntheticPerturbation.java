package org.dalescope.model.session.synthetic;

import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.TimeWindow;

/**
 * The perturbation of some trials of a synthetic session: a current into all I units.
 *
 * @param trials whether each trial is perturbed
 * @param open whether the perturbation acts, per bin
 */
record SyntheticPerturbation(boolean[] trials, boolean[] open, double current) {
    /** The name of the factor that is 1 in perturbed trials. */
    static final String FACTOR = "light";

    static SyntheticPerturbation of(SyntheticSettings settings, TimeAxis time) {
        boolean[] trials = new boolean[settings.trials()];
        if (settings.perturbed() == 0) {
            return new SyntheticPerturbation(trials, new boolean[settings.bins()], 0);
        }
        CounterRandom random =
                CounterRandom.of(settings.seed(), Stream.SYNTHETIC_TRIALS).at(-2);
        int[] order = random.permutation(trials.length);
        for (int i = 0; i < Math.round(settings.perturbed() * trials.length); i++) {
            trials[order[i]] = true;
        }
        boolean[] open = new TimeWindow(settings.perturbedFrom(), settings.perturbedTo()).bins(time);
        return new SyntheticPerturbation(trials, open, settings.perturbedCurrent());
    }

    /** The current into every I unit in a trial, per bin. */
    double[] currents(int trial) {
        double[] currents = new double[open.length];
        for (int bin = 0; bin < currents.length && trials[trial]; bin++) {
            currents[bin] = open[bin] ? current : 0;
        }
        return currents;
    }

    Factor factor() {
        double[] values = new double[trials.length];
        for (int trial = 0; trial < values.length; trial++) {
            values[trial] = trials[trial] ? 1 : 0;
        }
        return new Factor(FACTOR, Factor.Kind.CATEGORICAL, values, Double.NaN, Map.of());
    }
}
