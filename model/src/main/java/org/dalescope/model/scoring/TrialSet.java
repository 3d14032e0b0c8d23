package org.dalescope.model.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/**
 * A named set of trials that are averaged together for a score.
 *
 * @param rows positions of the trials among the scored trials, ascending
 */
record TrialSet(String name, int[] rows) {
    /** The set of all trials. */
    static TrialSet everything(int trials) {
        return new TrialSet("all trials", IntStream.range(0, trials).toArray());
    }

    /** One set for each level of each discrete factor; all trials if there is no factor. */
    static List<TrialSet> conditions(Session session, int[] trialIds) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < trialIds.length; row++) {
            rowOf.put(trialIds[row], row);
        }
        return Condition.named(session, trialIds, "each").stream()
                .map(condition -> new TrialSet(
                        condition.name(),
                        IntStream.of(condition.trialIds())
                                .map(rowOf::get)
                                .sorted()
                                .toArray()))
                .toList();
    }
}
