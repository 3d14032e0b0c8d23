package org.dalescope.model.suite.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.settings.Configuration;

/**
 * The plan of a suite: arms, seeds, sessions and split. The suite fits every arm with every seed on every session.
 *
 * @param arms the base first
 * @param seeds the same for every arm, so that differences are paired
 * @param sessions session files as the plan names them; may be empty if the caller supplies the sessions
 * @param split {@code reference}, a file, or empty for the default split
 * @param question what the suite answers beyond the comparison of its arms
 * @param factors the factors that the question is about; empty if it chooses them
 */
public record SuitePlan(
        String name,
        String help,
        List<Arm> arms,
        List<Long> seeds,
        List<String> sessions,
        String split,
        List<Combination> combinations,
        Optional<SuiteQuestion> question,
        List<String> factors) {
    private static final int MOST_FITS = 10_000;
    private static final int MOST_FACTORS = 2;

    /**
     * Creates a plan that can be run.
     *
     * @throws InputError if two names clash, two arms are identical, or there is no seed
     */
    public SuitePlan {
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("a plan without its base");
        }
        if (seeds.isEmpty()) {
            throw new InputError("Plan " + name + " has no seeds: add \"seeds\": [1, 2, 3, 4, 5].");
        }
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw new InputError("Plan " + name + " lists a seed twice: remove the duplicate.");
        }
        if ((long) arms.size() * seeds.size() > MOST_FITS) {
            throw new InputError("Plan " + name + " has " + arms.size() + " arms and " + seeds.size()
                    + " seeds: use fewer, because a suite can have at most " + MOST_FITS + " fits.");
        }
        checkNames(name, arms, combinations);
        checkGroups(name, arms, combinations);
        checkDifferent(name, arms);
        checkSameData(name, arms);
        question.ifPresent(asked -> asked.check(name, arms));
        checkFactors(name, question, factors);
    }

    /** A plan without a question. */
    public SuitePlan(
            String name,
            String help,
            List<Arm> arms,
            List<Long> seeds,
            List<String> sessions,
            String split,
            List<Combination> combinations) {
        this(name, help, arms, seeds, sessions, split, combinations, Optional.empty(), List.of());
    }

    public Arm base() {
        return arms.getFirst();
    }

    /** The plan with a setting changed in every arm, as {@code --set} does. */
    public SuitePlan with(String key, String value) {
        return withArms(arm -> arm.with(key, value));
    }

    /** The plan with other seeds. */
    public SuitePlan withSeeds(List<Long> others) {
        return new SuitePlan(name, help, arms, others, sessions, split, combinations, question, factors);
    }

    /** The plan whose question is about other factors. */
    public SuitePlan withFactors(List<String> others) {
        return new SuitePlan(name, help, arms, seeds, sessions, split, combinations, question, others);
    }

    /** The plan with a combination replaced by its arm. */
    public SuitePlan resolved(Combination combination, Arm arm) {
        List<Arm> more = new ArrayList<>(arms);
        more.add(arm);
        List<Combination> open =
                combinations.stream().filter(c -> !c.equals(combination)).toList();
        return new SuitePlan(name, help, List.copyOf(more), seeds, sessions, split, open, question, factors);
    }

    private SuitePlan withArms(UnaryOperator<Arm> change) {
        return new SuitePlan(
                name,
                help,
                arms.stream().map(change).toList(),
                seeds,
                sessions,
                split,
                combinations,
                question,
                factors);
    }

    private static void checkFactors(String plan, Optional<SuiteQuestion> question, List<String> factors) {
        if (!factors.isEmpty() && !question.map(SuiteQuestion::takesFactors).orElse(false)) {
            throw new InputError("Plan " + plan + " names factors, but it asks no question about factors: remove"
                    + " --factors or \"factors\", or use a plan such as grant-figure.");
        }
        if (factors.size() > MOST_FACTORS
                || new HashSet<>(factors).size() < factors.size()
                || factors.stream().anyMatch(String::isBlank)) {
            throw new InputError("Plan " + plan + " names the factors '" + String.join(",", factors)
                    + "': name one factor or two different ones, such as reward,salience.");
        }
    }

    private static void checkNames(String plan, List<Arm> arms, List<Combination> combinations) {
        Set<String> names = new HashSet<>();
        List<String> all = Stream.concat(
                        arms.stream().map(Arm::name), combinations.stream().map(Combination::name))
                .toList();
        for (String arm : all) {
            if (!arm.matches("[A-Za-z0-9][A-Za-z0-9.,_=+-]{0,79}")) {
                throw new InputError("Plan " + plan + " has an arm named '" + arm
                        + "': a name is used as a folder name, so use letters, digits and . , _ = + - (at most 80"
                        + " characters).");
            }
            // Folder names on macOS and Windows ignore case.
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
                        throw new InputError("Plan " + plan + " combines the winner of '" + group + "', but has no arms"
                                + " of this group. Choose from: " + String.join(", ", groups) + ".");
                    });
        }
    }

    /** Rejects arms with the same settings: an arm would be compared with itself. */
    private static void checkDifferent(String plan, List<Arm> arms) {
        Map<Configuration, String> seen = new LinkedHashMap<>();
        for (Arm arm : arms) {
            String twin = seen.putIfAbsent(arm.configuration(), arm.name());
            if (twin != null) {
                throw new InputError("In plan " + plan + " the arms '" + twin + "' and '" + arm.name()
                        + "' have the same settings: remove one, or change its settings.");
            }
        }
    }

    /**
     * Rejects arms with other data settings: other trials or another mask change the ceilings, so scores are not
     * comparable. An arm with other cell types is fitted to the same trials; it is not compared with the others.
     */
    private static void checkSameData(String plan, List<Arm> arms) {
        for (Arm arm : arms) {
            arm.changesFrom(arms.getFirst().configuration()).keySet().stream()
                    .filter(key -> key.startsWith("data.") && !key.equals(Curation.FITTED_TYPES))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new InputError("In plan " + plan + " the arm '" + arm.name() + "' changes " + key
                                + ": all arms must use the same data (only " + Curation.FITTED_TYPES
                                + " may differ), so set it for the base or with --set.");
                    });
        }
    }
}
