package org.dalescope.model.session.synthetic;

import java.util.List;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;

/** What happens in a trial: conditions, and the inputs that they bring. */
sealed interface SyntheticTask permits DelayedSaccade, Reach, GoNoGo {
    /** What a person calls it. */
    String name();

    /** What happens at 0 ms. */
    String event();

    List<Channel> channels();

    List<Label> labels();

    /** Draws a trial; counter 2 belongs to its duration. */
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
     * @param factors a value per label
     * @param inputs {@code [bin][channel]}
     */
    record Trial(double[] factors, double[][] inputs) {}

    /** 1 within a window of time, 0 outside. */
    static double pulse(double ms, double from, double to) {
        return ms >= from && ms < to ? 1 : 0;
    }
}
