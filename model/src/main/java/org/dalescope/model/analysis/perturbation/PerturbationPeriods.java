package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.TimeWindow;

/**
 * The periods of a trial in which the effects of a perturbation are measured.
 *
 * @param window bins in which the perturbation acts
 * @param after bins after it
 */
record PerturbationPeriods(boolean[] window, boolean[] after) {
    static PerturbationPeriods of(TimeWindow window, TimeAxis time) {
        boolean[] in = window.bins(time);
        boolean[] after = new boolean[in.length];
        for (int bin = in.length - 1; bin >= 0 && !in[bin]; bin--) {
            after[bin] = true;
        }
        return new PerturbationPeriods(in, after);
    }
}
