package org.dalescope.model.suite.results;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.suite.plan.Arm;

/**
 * The comparison of two arms of a suite on one session, such as population and unit time constants.
 *
 * @param overSeeds psth_r of the first minus that of the second, paired by seed
 */
public record ArmPair(Arm first, Arm second, PairedDifference overSeeds) {
    /** The verdict on the first arm, from the interval. */
    public ArmVerdict verdict() {
        return ArmVerdict.of(overSeeds);
    }

    /** All pairs within each group that fit the same cell types, in the order of the plan; the base has no group. */
    static List<ArmPair> of(SuiteResults results, String session) {
        List<Arm> arms = results.suite().plan().arms().stream()
                .filter(arm -> !results.bySeed(session, arm.name()).isEmpty())
                .toList();
        List<ArmPair> pairs = new ArrayList<>();
        for (int i = 1; i < arms.size(); i++) {
            for (int j = i + 1; j < arms.size(); j++) {
                if (arms.get(i).group().equals(arms.get(j).group())
                        && arms.get(i).fitsSameNeurons(arms.get(j))) {
                    pairs.add(of(results, session, arms.get(i), arms.get(j)));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static ArmPair of(SuiteResults results, String session, Arm first, Arm second) {
        PairedFits fits = PairedFits.of(results.bySeed(session, first.name()), results.bySeed(session, second.name()));
        return new ArmPair(first, second, fits.overSeeds());
    }
}
