package org.dalescope.model.training;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** Makes the weights with which an engine averages the trials of a training or validation batch to PSTHs. */
final class PsthPlan {
    private PsthPlan() {}

    /**
     * One PSTH to average.
     *
     * @param trialIds the trials of the batch that are averaged
     * @param minimumTrials bins with fewer valid trials have weight 0
     */
    record Group(int[] trialIds, boolean masked, int minimumTrials) {}

    static StatisticsPlan of(Session session, Mask mask, int[] batch, List<Group> groups, boolean population) {
        return of(session, mask, batch, groups, population, PointwiseSums.NONE);
    }

    static StatisticsPlan of(
            Session session, Mask mask, int[] batch, List<Group> groups, boolean population, PointwiseSums pointwise) {
        int bins = session.bins();
        int trials = batch.length;
        int[] positions = session.positions(batch);
        float[] weights = new float[bins * groups.size() * trials];
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            Mask used = group.masked() ? mask : session.observed();
            int[] members = members(session, group.trialIds(), positions);
            for (int bin = 0; bin < bins; bin++) {
                fill(weights, (bin * groups.size() + g) * trials, used, bin, positions, members, group.minimumTrials());
            }
        }
        return new StatisticsPlan(groups.size(), weights, population, pointwise, false);
    }

    /** The places in the batch of the trials of a group. */
    private static int[] members(Session session, int[] trialIds, int[] positions) {
        boolean[] inGroup = new boolean[session.trials()];
        for (int position : session.positions(trialIds)) {
            inGroup[position] = true;
        }
        return IntStream.range(0, positions.length)
                .filter(i -> inGroup[positions[i]])
                .toArray();
    }

    private static void fill(
            float[] weights, int offset, Mask used, int bin, int[] positions, int[] members, int minimumTrials) {
        int count = 0;
        for (int i : members) {
            count += used.isValid(positions[i], bin) ? 1 : 0;
        }
        if (count < Math.max(1, minimumTrials)) {
            return;
        }
        for (int i : members) {
            weights[offset + i] = used.isValid(positions[i], bin) ? 1f / count : 0;
        }
    }
}
