package org.dalescope.model.training;

import java.util.Arrays;
import java.util.List;
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
            boolean[] member = new boolean[trials];
            var ids = Arrays.stream(group.trialIds()).boxed().collect(java.util.stream.Collectors.toSet());
            for (int i = 0; i < trials; i++) {
                member[i] = ids.contains(batch[i]);
            }
            for (int bin = 0; bin < bins; bin++) {
                fill(
                        weights,
                        (bin * groups.size() + g) * trials,
                        valid(group.masked() ? mask : session.observed(), member, positions, bin),
                        group);
            }
        }
        return new StatisticsPlan(groups.size(), weights, population, pointwise, false);
    }

    private static boolean[] valid(Mask used, boolean[] member, int[] positions, int bin) {
        boolean[] valid = new boolean[member.length];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = member[i] && used.isValid(positions[i], bin);
        }
        return valid;
    }

    private static void fill(float[] weights, int offset, boolean[] valid, Group group) {
        int count = 0;
        for (boolean v : valid) {
            count += v ? 1 : 0;
        }
        if (count < Math.max(1, group.minimumTrials())) {
            return;
        }
        for (int i = 0; i < valid.length; i++) {
            weights[offset + i] = valid[i] ? 1f / count : 0;
        }
    }
}
