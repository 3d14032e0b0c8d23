package org.dalescope.model.session.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/**
 * A condition, into which the trials of a session are divided: a named set of trials.
 *
 * @param name the name for users, such as {@code location 3}
 * @param trialIds the trials
 */
public record Condition(String name, int[] trialIds) {
    private static final String ALL = "all";
    private static final String EACH = "each";

    /**
     * Parses conditions separated by commas: {@code all} means all trials together, {@code each} every level of every
     * discrete factor (all trials if there is no such factor), and any other word a combination of factors such as
     * {@code location*reward}. Trials to which a factor does not apply are in none of its conditions.
     *
     * @throws InputError if there is no factor of a name, with the names of all factors
     */
    public static List<Condition> named(Session session, int[] trialIds, String words) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : words.split(",", -1)) {
            String word = part.strip();
            switch (word) {
                case ALL -> conditions.add(allTrials(trialIds));
                case EACH -> {
                    List<Condition> levels = levels(session, trialIds);
                    conditions.addAll(levels.isEmpty() ? List.of(allTrials(trialIds)) : levels);
                }
                default -> {
                    List<Factor> factors = Arrays.stream(word.split("\\*", -1))
                            .map(name -> factor(session, name.strip()))
                            .toList();
                    conditions.addAll(crossing(factors, session.positions(trialIds), trialIds));
                }
            }
        }
        return List.copyOf(conditions);
    }

    /** Whether the first of the named conditions is that of all trials. */
    public static boolean startWithAllTrials(String words) {
        return words.strip().split("\\s*,", -1)[0].equals(ALL);
    }

    private static List<Condition> crossing(List<Factor> factors, int[] positions, int[] trialIds) {
        Map<String, List<Integer>> byLevels = new TreeMap<>();
        for (int i = 0; i < trialIds.length; i++) {
            int position = positions[i];
            if (factors.stream().allMatch(f -> f.applies(f.values()[position]))) {
                String name = factors.stream()
                        .map(f -> f.name() + " " + f.label(f.values()[position]))
                        .collect(Collectors.joining(", "));
                byLevels.computeIfAbsent(name, n -> new ArrayList<>()).add(trialIds[i]);
            }
        }
        return byLevels.entrySet().stream()
                .map(e -> new Condition(
                        e.getKey(),
                        e.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    private static Factor factor(Session session, String name) {
        List<Factor> discrete = session.factors().stream()
                .filter(f -> f.kind() != Factor.Kind.CONTINUOUS)
                .toList();
        return discrete.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no discrete factor '" + name
                        + "' in this session for conditions; the discrete factors are: "
                        + String.join(", ", discrete.stream().map(Factor::name).toList())
                        + " (or use 'all' for all trials together, or 'each' for each level of each factor)."));
    }

    /** "All trials" first, then every level of every discrete factor that applies, among these trials. */
    public static List<Condition> of(Session session, int[] trialIds) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(allTrials(trialIds));
        conditions.addAll(levels(session, trialIds));
        return List.copyOf(conditions);
    }

    private static Condition allTrials(int[] trialIds) {
        return new Condition("all trials", trialIds);
    }

    private static List<Condition> levels(Session session, int[] trialIds) {
        List<Condition> conditions = new ArrayList<>();
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
        return conditions;
    }
}
