package org.dalescope.model.suite.grant;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;

/** Chooses the factors that the grant figure is about, before anything is fitted. */
public final class GrantFactors {
    private static final List<String> PREFERRED = List.of("reward", "salience");
    private static final int MOST = 2;

    private GrantFactors() {}

    /**
     * The factors of a plan; if it names none, reward and salience if all sessions have them, otherwise the first two
     * that all sessions share.
     *
     * @param sessions of the suite, with their splits
     * @throws InputError if a session has no sealed trials, or lacks a factor in them
     */
    public static List<String> of(SuitePlan plan, List<SuiteSession> sessions) {
        Set<String> shared = new LinkedHashSet<>();
        boolean isFirst = true;
        for (SuiteSession session : sessions) {
            Fit fit = Fit.of(
                    session.session(),
                    session.split(),
                    plan.base().configuration(),
                    plan.seeds().getFirst());
            List<String> there = usable(fit);
            plan.factors().forEach(factor -> require(fit, factor, there));
            if (isFirst) {
                shared.addAll(there);
            } else {
                shared.retainAll(there);
            }
            isFirst = false;
        }
        if (!plan.factors().isEmpty()) {
            return plan.factors();
        }
        if (shared.isEmpty()) {
            throw new InputError("The grant figure needs a factor that has two levels with at least 5 sealed trials in"
                    + " every session: seal more trials (data.test_share), or leave a session out.");
        }
        return shared.containsAll(PREFERRED)
                ? PREFERRED
                : shared.stream().limit(MOST).toList();
    }

    private static List<String> usable(Fit fit) {
        if (fit.split().test().length == 0) {
            throw new InputError("The grant figure needs sealed trials, but the split of "
                    + fit.session().name() + " has none: set data.test_share, or give a split with test trials.");
        }
        // A factor can have too many levels, or only one, in another choice of trials.
        List<String> overall = FactorTrials.factors(fit, everyTrial(fit.split()));
        return FactorTrials.factors(fit, fit.split().test()).stream()
                .filter(overall::contains)
                .toList();
    }

    private static void require(Fit fit, String factor, List<String> there) {
        List<String> names = fit.session().factors().stream().map(Factor::name).toList();
        if (!names.contains(factor)) {
            throw new InputError(fit.session().name() + " has no factor '" + factor + "': "
                    + (names.isEmpty() ? "it has none." : "the nearest is '" + NearestName.to(factor, names) + "'."));
        }
        if (!there.contains(factor)) {
            throw new InputError("In " + fit.session().name() + ", the factor '" + factor
                    + "' does not have 2 to 12 levels with at least 5 sealed trials each: "
                    + (there.isEmpty() ? "" : "choose from " + String.join(", ", there) + ", or ")
                    + "if it has too few trials, seal more of them (data.test_share).");
        }
    }

    /** The ids of all trials of a split. */
    static int[] everyTrial(Split split) {
        return Arrays.stream(Partition.values())
                .flatMapToInt(part -> IntStream.of(split.trials(part)))
                .toArray();
    }
}
