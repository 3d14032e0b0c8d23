package org.dalescope.model.scoring;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.session.TimeAxis;

/**
 * A period of the trial that has scores of its own, such as the time before time zero.
 *
 * @param bins whether a bin is in the period
 */
record TrialPeriod(String name, IntPredicate bins) {
    /**
     * The periods before and after time zero, and the thirds of the bins that can be scored.
     *
     * @param scored bins with enough valid trials, ascending
     */
    static List<TrialPeriod> of(TimeAxis time, int[] scored) {
        return List.of(
                new TrialPeriod("before " + time.event(), bin -> time.centreMs(bin) < 0),
                new TrialPeriod("after " + time.event(), bin -> time.centreMs(bin) >= 0),
                third("first third", scored, 0),
                third("middle third", scored, 1),
                third("last third", scored, 2));
    }

    private static TrialPeriod third(String name, int[] scored, int which) {
        int[] own = IntStream.range(scored.length * which / 3, scored.length * (which + 1) / 3)
                .map(i -> scored[i])
                .toArray();
        return own.length == 0
                ? new TrialPeriod(name, bin -> false)
                : new TrialPeriod(name, bin -> bin >= own[0] && bin <= own[own.length - 1]);
    }
}
