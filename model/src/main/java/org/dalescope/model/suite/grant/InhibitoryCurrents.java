package org.dalescope.model.suite.grant;

import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.network.Network;

/**
 * The inhibition in a network, averaged over the bins of the average trial. A current does not depend on the scale of a
 * hidden unit's rate, which the data do not determine; a weight does.
 *
 * @param activation mean activation of every unit
 */
record InhibitoryCurrents(Network network, double[] activation) {
    static InhibitoryCurrents of(MeanTrajectory trajectory, ConditionAverages rows) {
        int[] all = rows.rowsOf(0);
        return new InhibitoryCurrents(
                trajectory.network(),
                IntStream.range(0, trajectory.network().size())
                        .mapToDouble(
                                unit -> Descriptive.mean(ConditionAverages.column(trajectory.activation(), all, unit)))
                        .toArray());
    }

    /** The inhibitory current from all I units into a unit, as a positive number, units of x. */
    double into(int to) {
        return fromInhibitory().mapToDouble(from -> current(to, from)).sum();
    }

    /** The summed weights from all I units onto a unit, as a positive number. */
    double weight(int to) {
        return fromInhibitory().mapToDouble(from -> weight(to, from)).sum();
    }

    /** The inhibitory current from one unit into all recorded E neurons. */
    double influence(int from) {
        return IntStream.of(network.units().recordedUnit())
                .filter(network.units()::isExcitatory)
                .mapToDouble(to -> current(to, from))
                .sum();
    }

    private double current(int to, int from) {
        return weight(to, from) * activation[from];
    }

    private double weight(int to, int from) {
        return Math.max(0, -network.w()[to * network.size() + from]);
    }

    private IntStream fromInhibitory() {
        return IntStream.range(0, network.size()).filter(network.units()::isInhibitory);
    }
}
