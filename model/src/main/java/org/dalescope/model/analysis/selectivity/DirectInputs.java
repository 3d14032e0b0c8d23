package org.dalescope.model.analysis.selectivity;

import java.util.stream.IntStream;
import org.dalescope.model.math.stats.OneWayVariance;
import org.dalescope.model.network.inputs.InputAssignment;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * The inputs that carry a factor: until the end of the window, their values differ between the factor's levels. The
 * test is sensitive, so that a neuron counts as having no direct input of the factor only if none of its inputs tells
 * the levels apart, not even through a correlated factor (docs/emergence.md). It uses all trials of the session, because
 * inputs are known and few trials would find differences by chance.
 *
 * @param carries whether each channel carries the factor
 */
record DirectInputs(boolean[] carries) {
    /** The share of an input's variance that the levels explain beyond chance, from which it carries the factor. */
    static final double LEAST_ETA = 0.05;

    /** Values with a smaller variance count as constant. */
    private static final double LEAST_VARIANCE = 1e-12;

    /**
     * Finds the inputs that carry a factor.
     *
     * @param window the bins of the window
     */
    static DirectInputs of(Session session, Factor factor, Mask window) {
        int[] positions = IntStream.range(0, session.trials())
                .filter(trial -> window.validBins(trial) > 0)
                .toArray();
        return TrialGrouping.of(factor, positions)
                .map(grouping -> of(session, grouping, positions, window))
                .orElseGet(() -> new DirectInputs(new boolean[session.channels().size()]));
    }

    private static DirectInputs of(Session session, TrialGrouping grouping, int[] positions, Mask window) {
        int trials = grouping.rows().length;
        int[] until = new int[trials];
        for (int i = 0; i < trials; i++) {
            int position = positions[grouping.rows()[i]];
            until[i] = IntStream.range(0, session.bins())
                            .filter(bin -> window.isValid(position, bin))
                            .max()
                            .orElse(-1)
                    + 1;
        }
        boolean[] carries = new boolean[session.channels().size()];
        for (int channel = 0; channel < carries.length; channel++) {
            double[] values = new double[trials];
            for (int i = 0; i < trials; i++) {
                values[i] = value(session, positions[grouping.rows()[i]], channel, until[i]);
            }
            carries[channel] = eta(values, grouping.level(), grouping.levels().size()) > LEAST_ETA;
        }
        return new DirectInputs(carries);
    }

    /** The largest value of an event, whose onset may vary, and the mean of a continuous input. */
    private static double value(Session session, int trial, int channel, int until) {
        boolean event = session.channels().get(channel).kind() == Channel.Kind.EVENT;
        double sum = 0;
        double largest = 0;
        for (int bin = 0; bin < until; bin++) {
            double value = session.input(trial, bin, channel);
            sum += value;
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        return event ? largest : until == 0 ? 0 : sum / until;
    }

    /**
     * The share of the variance that the levels explain beyond chance (adjusted eta squared); 0 for values that do not
     * vary.
     */
    static double eta(double[] values, int[] level, int levels) {
        OneWayVariance variance = OneWayVariance.of(values, level, levels);
        int n = variance.n();
        double all = variance.between() + variance.within();
        return all > LEAST_VARIANCE * n && n > levels ? 1 - (1 - variance.between() / all) * (n - 1) / (n - levels) : 0;
    }

    /** Whether one of these inputs drives a unit. */
    boolean reach(InputAssignment inputs, int unit) {
        return IntStream.range(0, carries.length).anyMatch(channel -> carries[channel] && inputs.drives(unit, channel));
    }
}
