package org.dalescope.model.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        int[] positions = session.positions(trialIds);
        for (Factor factor : session.factors()) {
            if (factor.kind() == Factor.Kind.CONTINUOUS || factor.levels().length < 2) {
                continue;
            }
            for (double level : factor.levels()) {
                int[] trials = IntStream.range(0, trialIds.length)
                        .filter(i -> factor.values()[positions[i]] == level)
                        .map(i -> trialIds[i])
                        .toArray();
                conditions.add(new Condition(factor.name() + " " + factor.label(level), trials));
            }
        }
        return List.copyOf(conditions);
    }
}
