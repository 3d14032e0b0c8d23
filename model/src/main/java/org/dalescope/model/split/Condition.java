package org.dalescope.model.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/**
 * A named set of trials.
 *
 * @param name what a person reads, such as {@code location 3}
 * @param trialIds the trials
 */
public record Condition(String name, int[] trialIds) {
    /** "All trials" first, then every level of every discrete factor that applies, among these trials. */
    public static List<Condition> of(Session session, int[] trialIds) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition("all trials", trialIds));
        Map<Integer, Integer> positions = session.positions();
        for (Factor factor : session.factors()) {
            if (factor.kind() == Factor.Kind.CONTINUOUS || factor.levels().length < 2) {
                continue;
            }
            for (double level : factor.levels()) {
                int[] trials = java.util.Arrays.stream(trialIds)
                        .filter(id -> factor.values()[positions.getOrDefault(id, 0)] == level)
                        .toArray();
                conditions.add(new Condition(factor.name() + " " + factor.label(level), trials));
            }
        }
        return List.copyOf(conditions);
    }
}
