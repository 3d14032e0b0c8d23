package org.dalescope.model.session.synthetic;

import java.util.List;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;

/** A synthetic task: the conditions of a trial and the inputs that follow from them. */
sealed interface SyntheticTask permits DelayedSaccade, Reach, GoNoGo {
    /** The name of the task for users. */
    String name();

    /** The event at 0 ms. */
    String event();

    List<Channel> channels();

    List<Label> labels();

    /** Draws a trial. Counter 2 is reserved for the duration of the trial. */
    Trial draw(CounterRandom random, TimeAxis time);

    /** A factor without its values. */
    record Label(String name, Factor.Kind kind, double notApplicable, Map<Double, String> names) {
        Factor with(double[] values) {
            return new Factor(name, kind, values, notApplicable, names);
        }
    }

    /**
     * One trial.
     *
     * @param factors one value per label
     * @param inputs {@code [bin][channel]}
     */
    record Trial(double[] factors, double[][] inputs) {}

    /** 1 within a window of time, 0 outside. */
    static double pulse(double ms, double from, double to) {
        return ms >= from && ms < to ? 1 : 0;
    }
}
