package org.dalescope.model.suite.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.curation.Curation;

/** A question that a suite answers on its page, beyond the comparison of its arms. */
public enum SuiteQuestion {
    /** Whether selectivity arises from recurrence (docs/emergence.md). */
    EMERGENCE("emergence"),
    /** Whether local inhibition carries the selectivity for two factors, with a figure (docs/grant-figure.md). */
    GRANT_FIGURE("grant-figure");

    /** The arm in which inputs reach only some units. */
    public static final String RESTRICTED = "E2";
    /** The base refitted with W = 0. */
    public static final String ALL_CUT = "without-recurrence";
    /** The arm with restricted inputs refitted with W = 0. */
    public static final String RESTRICTED_CUT = "E2-without-recurrence";

    /** The arm that is fitted to E neurons alone. */
    public static final String E_ALONE = "E-alone";

    private final String key;

    SuiteQuestion(String key) {
        this.key = key;
    }

    /** The name in a plan. */
    public String key() {
        return key;
    }

    /**
     * The question with a name; empty for an empty name.
     *
     * @param where the plan, for the error
     * @throws InputError if there is no such question
     */
    public static Optional<SuiteQuestion> of(String name, String where) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(question -> question.key.equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError(where + " asks the question '" + name
                        + "', which does not exist: use "
                        + Arrays.stream(values()).map(SuiteQuestion::key).collect(Collectors.joining(", ")) + ".")));
    }

    /** The names of the arms that the answer needs. */
    public List<String> arms() {
        return switch (this) {
            case EMERGENCE -> List.of(Arm.BASE, RESTRICTED, ALL_CUT, RESTRICTED_CUT);
            case GRANT_FIGURE -> List.of(Arm.BASE, E_ALONE);
        };
    }

    /** Whether the answer is about factors that the plan may name. */
    boolean takesFactors() {
        return this == GRANT_FIGURE;
    }

    /** Checks that the plan has the arms that the answer needs. */
    void check(String plan, List<Arm> all) {
        List<String> arms = arms();
        List<String> names = all.stream().map(Arm::name).toList();
        arms.stream().filter(arm -> !names.contains(arm)).findFirst().ifPresent(missing -> {
            throw new InputError("Plan " + plan + " asks the question '" + key + "', which needs the arms "
                    + String.join(", ", arms) + ", but '" + missing + "' is missing.");
        });
        if (this == GRANT_FIGURE) {
            checkTypes(plan, all);
        }
    }

    private static void checkTypes(String plan, List<Arm> all) {
        for (Arm arm : all) {
            Set<NeuronType> wanted = arm.name().equals(E_ALONE) ? Set.of(NeuronType.EXCITATORY) : Set.of();
            if ((arm.isBase() || arm.name().equals(E_ALONE))
                    && !arm.fittedTypes().equals(wanted)) {
                throw new InputError("Plan " + plan + " asks the question 'grant-figure', so its arm '" + arm.name()
                        + "' must have " + Curation.FITTED_TYPES + (wanted.isEmpty() ? " empty" : " = E")
                        + ": change the setting.");
            }
        }
    }
}
