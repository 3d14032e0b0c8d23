package org.dalescope.model.suite.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.Configuration;

/**
 * What a suite runs: every arm with every seed on every session.
 *
 * @param arms the base first
 * @param seeds the same for every arm, so that differences are paired
 * @param sessions files, as the plan names them; may be empty, where the client names them
 * @param split {@code reference}, a file, or empty for the default split
 */
public record SuitePlan(
        String name,
        String help,
        List<Arm> arms,
        List<Long> seeds,
        List<String> sessions,
        String split,
        List<Combination> combinations) {
    private static final int MOST_FITS = 10_000;

    /**
     * A plan that can be run.
     *
     * @throws InputError where names clash, two arms are the same, or there is nothing to run
     */
    public SuitePlan {
        if (arms.size() < 2) {
            throw new InputError("Plan " + name + " has no arms: give it at least one set of changes under \"arms\".");
        }
        if (seeds.isEmpty()) {
            throw new InputError("Plan " + name + " has no seeds: write \"seeds\": [1, 2, 3, 4, 5].");
        }
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw new InputError("Plan " + name + " names a seed twice: every seed is one fit per arm.");
        }
        if ((long) arms.size() * seeds.size() > MOST_FITS) {
            throw new InputError("Plan " + name + " has " + arms.size() + " arms and " + seeds.size()
                    + " seeds: a suite takes at most " + MOST_FITS + " fits.");
        }
        checkNames(name, arms, combinations);
        checkGroups(name, arms, combinations);
        checkDifferent(name, arms);
        checkSameData(name, arms);
    }

    public Arm base() {
        return arms.getFirst();
    }

    /** The plan with a setting changed in every arm: what {@code --set} does. */
    public SuitePlan with(String key, String value) {
        return withArms(arm -> arm.with(key, value));
    }

    /** The plan with other seeds. */
    public SuitePlan withSeeds(List<Long> others) {
        return new SuitePlan(name, help, arms, others, sessions, split, combinations);
    }

    /** The plan after a combination became an arm. */
    public SuitePlan resolved(Combination combination, Arm arm) {
        List<Arm> more = new ArrayList<>(arms);
        more.add(arm);
        List<Combination> open =
                combinations.stream().filter(c -> !c.equals(combination)).toList();
        return new SuitePlan(name, help, List.copyOf(more), seeds, sessions, split, open);
    }

    private SuitePlan withArms(UnaryOperator<Arm> change) {
        return new SuitePlan(name, help, arms.stream().map(change).toList(), seeds, sessions, split, combinations);
    }

    private static void checkNames(String plan, List<Arm> arms, List<Combination> combinations) {
        Set<String> names = new HashSet<>();
        List<String> all = Stream.concat(
                        arms.stream().map(Arm::name), combinations.stream().map(Combination::name))
                .toList();
        for (String arm : all) {
            if (!arm.matches("[A-Za-z0-9][A-Za-z0-9.,_=+-]{0,79}")) {
                throw new InputError("Plan " + plan + " has an arm named '" + arm
                        + "': a name becomes a folder, use letters, digits and . , _ = + - (80 at most).");
            }
            // Folders on macOS and Windows do not tell a capital from a small letter.
            if (!names.add(arm.toLowerCase(Locale.ROOT))) {
                throw new InputError("Plan " + plan + " has two arms named '" + arm + "': rename one.");
            }
        }
    }

    private static void checkGroups(String plan, List<Arm> arms, List<Combination> combinations) {
        Set<String> groups = arms.stream()
                .filter(arm -> !arm.isBase())
                .map(Arm::group)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Combination combination : combinations) {
            combination.groups().stream()
                    .filter(group -> !groups.contains(group))
                    .findFirst()
                    .ifPresent(group -> {
                        throw new InputError("Plan " + plan + " combines the winner of '" + group
                                + "', which it has no arms of; there are: " + String.join(", ", groups) + ".");
                    });
        }
    }

    /** Two arms with the same settings would be compared with themselves. */
    private static void checkDifferent(String plan, List<Arm> arms) {
        Map<Configuration, String> seen = new LinkedHashMap<>();
        for (Arm arm : arms) {
            String twin = seen.putIfAbsent(arm.configuration(), arm.name());
            if (twin != null) {
                throw new InputError("In plan " + plan + " the arms '" + twin + "' and '" + arm.name()
                        + "' have the same settings: drop one, or change what it was to test.");
            }
        }
    }

    /** Other trials or another mask would be other ceilings: scores that cannot be compared. */
    private static void checkSameData(String plan, List<Arm> arms) {
        for (Arm arm : arms) {
            arm.changesFrom(arms.getFirst().configuration()).keySet().stream()
                    .filter(key -> key.startsWith("data."))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new InputError("In plan " + plan + " the arm '" + arm.name() + "' changes " + key
                                + ": all arms are scored on the same trials, set it for the base or with --set.");
                    });
        }
    }
}
