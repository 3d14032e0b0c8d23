package org.dalescope.model.analysis.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.training.Fit;

/**
 * The perturbed trials of a session, and the unperturbed trials of the same conditions that they are compared with.
 *
 * @param strata trials by condition: the combinations of the other discrete factors
 * @param leftOut number of perturbed trials without an unperturbed trial of their condition
 * @param together whether conditions are ignored, because most perturbed trials would be left out
 */
public record PerturbationTrials(List<Stratum> strata, int leftOut, boolean together) {
    /** The fewest trials of either kind. */
    public static final int LEAST = 3;

    /** The trials of one condition, by id. */
    public record Stratum(int[] perturbed, int[] control) {}

    /**
     * The trials of a fit. A fit that did not learn from perturbed trials is compared on all of them, and with the
     * unperturbed trials outside its test partition.
     *
     * @param trialIds the partition that is used if the fit learned from perturbed trials
     * @throws InputError if there are too few trials
     */
    static PerturbationTrials of(Fit fit, int[] trialIds) {
        PerturbedTrials settings = fit.configuration().data().perturbedTrials();
        Session session = fit.session();
        boolean[] perturbed = settings.in(session);
        int[] candidates = settings.learned() ? trialIds : open(fit, perturbed);
        int[] on = some(session, candidates, perturbed, true);
        int[] off = some(session, candidates, perturbed, false);
        if (on.length < LEAST || off.length < LEAST) {
            throw new InputError("There are " + on.length + " perturbed and " + off.length
                    + " unperturbed trials to compare, and at least " + LEAST + " of each are needed"
                    + (settings.learned() ? " in the partition: choose another --partition." : "."));
        }
        return of(session, settings.factor().strip(), perturbed, on, off);
    }

    /** The trials outside the test partition: those of the fit, and perturbed ones that are not aborted. */
    private static int[] open(Fit fit, boolean[] perturbed) {
        Session session = fit.session();
        Split split = fit.split();
        boolean exclude = fit.configuration().data().excludeAborted();
        IntStream left = IntStream.range(0, session.trials())
                .filter(trial -> perturbed[trial] && !(exclude && session.isAborted(trial)))
                .map(trial -> session.trialIds()[trial]);
        return IntStream.concat(left, IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())))
                .sorted()
                .toArray();
    }

    private static PerturbationTrials of(Session session, String factor, boolean[] perturbed, int[] on, int[] off) {
        int[] all =
                IntStream.concat(Arrays.stream(on), Arrays.stream(off)).sorted().toArray();
        List<Stratum> strata = new ArrayList<>();
        int leftOut = 0;
        for (int[] condition : Splits.strataWithout(session, all, factor)) {
            int[] own = some(session, condition, perturbed, true);
            int[] control = some(session, condition, perturbed, false);
            if (control.length == 0) {
                leftOut += own.length;
            } else if (own.length > 0) {
                strata.add(new Stratum(own, control));
            }
        }
        return 2 * leftOut > on.length
                ? new PerturbationTrials(List.of(new Stratum(on, off)), 0, true)
                : new PerturbationTrials(List.copyOf(strata), leftOut, false);
    }

    private static int[] some(Session session, int[] trialIds, boolean[] perturbed, boolean wanted) {
        int[] positions = session.positions(trialIds);
        return IntStream.range(0, trialIds.length)
                .filter(i -> perturbed[positions[i]] == wanted)
                .map(i -> trialIds[i])
                .toArray();
    }

    /** The ids of the perturbed trials, stratum by stratum. */
    public int[] perturbed() {
        return strata.stream()
                .flatMapToInt(stratum -> Arrays.stream(stratum.perturbed()))
                .toArray();
    }

    /** The number of unperturbed trials. */
    public int controls() {
        return strata.stream().mapToInt(stratum -> stratum.control().length).sum();
    }
}
