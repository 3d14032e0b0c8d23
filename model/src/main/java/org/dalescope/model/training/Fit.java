package org.dalescope.model.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.network.NetworkSpec;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.network.ReadOutTargets;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.inputs.InputAssignment;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.ExclusionCounts;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.session.psth.MeanRates;
import org.dalescope.model.session.split.Folds;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.DataSettings;
import org.dalescope.model.settings.LossMask;
import org.dalescope.model.settings.NetworkSettings;
import org.dalescope.model.settings.OutputSettings;

/**
 * The complete definition of a fit for the trainer: session, split, configuration and seed. The result of the fit
 * depends on nothing else.
 *
 * @param session the session, without what the configuration leaves out
 * @param mask the valid bins of its trials
 * @param split the split, without trials that the configuration leaves out
 * @param units of the network, with their neurons
 * @param inputs which input drives which unit
 */
public record Fit(
        Session session,
        Mask mask,
        Split split,
        Configuration configuration,
        long seed,
        ExclusionCounts leftOut,
        UnitMap units,
        InputAssignment inputs) {

    /** The fewest trials of a fold of a cross-validation, so that its PSTHs can be scored. */
    private static final int LEAST_TRIALS_PER_FOLD = ScoreKind.MINIMUM_TRIALS;

    /**
     * A fit in which the session and the split lack what the configuration leaves out.
     *
     * @param whole the session as it was opened
     * @param split split of the whole session or of the part that is kept
     */
    public static Fit of(Session whole, Split split, Configuration configuration, long seed) {
        Curation.Result curated = configuration.data().curation().of(whole);
        PerturbedTrials perturbed = configuration.data().perturbedTrials();
        Session session = withPerturbation(curated.session(), perturbed);
        SessionValidation.fittable(session);
        split.checkedAgainst(whole);
        boolean exclude = configuration.data().excludeAborted();
        var positions = session.positions();
        boolean[] usable = usable(session, configuration.data());
        Split kept = split.keeping(id -> positions.containsKey(id) && usable[positions.getOrDefault(id, 0)]);
        int aborted = exclude
                ? (int) IntStream.range(0, session.trials())
                        .filter(session::isAborted)
                        .count()
                : 0;
        int unusable = (int) IntStream.range(0, usable.length)
                .filter(trial -> !usable[trial])
                .count();
        Split checked = kept.checkedAgainst(session);
        Mask mask = session.mask(configuration.data().maskOrigin());
        NetworkSettings network = configuration.network();
        UnitMap units = UnitMap.of(session.neurons(), network, curated.replacedE(), curated.replacedI());
        InputAssignment inputs = InputAssignment.of(
                session, mask, session.positions(checked.train()), units, network.inputs(), perturbed);
        return new Fit(
                session,
                mask,
                checked,
                configuration,
                seed,
                curated.leftOut().withAborted(aborted).withPerturbed(unusable - aborted),
                units,
                inputs);
    }

    /**
     * The default split for a configuration, over the trials that the configuration keeps.
     *
     * @param whole the session as it was opened
     */
    public static Split defaultSplit(Session whole, Configuration configuration) {
        DataSettings data = configuration.data();
        Session session = data.curation().of(whole).session();
        int[] kept = keptTrials(session, data);
        return data.isFolded() ? folds(session, kept, data).split(data.fold()) : parts(session, kept, data);
    }

    /**
     * The splits of a cross-validation over the trials that the configuration keeps, in each of which another fold is
     * sealed as the test trials.
     *
     * @param whole the session as it was opened
     * @throws InputError if there are too few trials for the folds
     */
    public static List<Split> sealedFolds(Session whole, Configuration configuration, int count) {
        DataSettings data = configuration.data();
        Session session = data.curation().of(whole).session();
        int[] kept = keptTrials(session, data);
        if (kept.length < LEAST_TRIALS_PER_FOLD * count) {
            throw new InputError("The session has " + kept.length + " usable trials, which is too few for " + count
                    + " folds: each fold needs at least " + LEAST_TRIALS_PER_FOLD + ". Use fewer folds.");
        }
        Folds folds =
                switch (data.split()) {
                    case STRATIFIED ->
                        Folds.stratified(Splits.strata(session, kept, data.splitFactors()), count, 0, data.splitSeed());
                    case BLOCKS -> Folds.blocks(kept, count, 0);
                };
        return IntStream.rangeClosed(1, count).mapToObj(folds::sealed).toList();
    }

    /** The session with the perturbation as an input, if the fit learns from perturbed trials. */
    private static Session withPerturbation(Session session, PerturbedTrials perturbed) {
        if (perturbed.isEmpty()) {
            return session;
        }
        perturbed.check(session);
        return perturbed.learned() ? perturbed.withChannel(session) : session;
    }

    /** Whether the split may have each trial: not aborted, and not perturbed unless the fit learns from it. */
    private static boolean[] usable(Session session, DataSettings data) {
        PerturbedTrials perturbed = data.perturbedTrials();
        boolean[] usable = perturbed.in(session);
        for (int trial = 0; trial < usable.length; trial++) {
            boolean aborted = data.excludeAborted() && session.isAborted(trial);
            usable[trial] = !aborted && (perturbed.learned() || !usable[trial]);
        }
        return usable;
    }

    private static int[] keptTrials(Session session, DataSettings data) {
        boolean[] usable = usable(session, data);
        return IntStream.range(0, session.trials())
                .filter(trial -> usable[trial])
                .map(trial -> session.trialIds()[trial])
                .toArray();
    }

    private static Split parts(Session session, int[] kept, DataSettings data) {
        return switch (data.split()) {
            case STRATIFIED ->
                Splits.stratified(
                        Splits.strata(session, kept, data.splitFactors()),
                        data.validationShare(),
                        data.testShare(),
                        data.splitSeed());
            case BLOCKS -> {
                if (session.source().isAveraged()) {
                    throw new InputError("data.split=blocks needs the order of the trials, but "
                            + SessionSource.AVERAGED + ": use data.split=stratified.");
                }
                yield Splits.blocks(kept, data.validationShare(), data.testShare());
            }
        };
    }

    /**
     * Checks the settings of a split, independently of a session.
     *
     * @throws InputError if there is no such fold, or the shares leave too little for training
     */
    static void requireShares(DataSettings data) {
        if (!data.isFolded()) {
            Splits.requireTraining(data.validationShare(), data.testShare());
        } else if (data.fold() > data.folds()) {
            throw new InputError("data.fold is " + data.fold() + " of data.folds " + data.folds()
                    + ": choose a fold from 1 to " + data.folds() + ".");
        }
    }

    private static Folds folds(Session session, int[] kept, DataSettings data) {
        requireShares(data);
        return switch (data.split()) {
            case STRATIFIED ->
                Folds.stratified(
                        Splits.strata(session, kept, data.splitFactors()),
                        data.folds(),
                        data.testShare(),
                        data.splitSeed());
            case BLOCKS -> Folds.blocks(kept, data.folds(), data.testShare());
        };
    }

    /** The mask of the bins that are used in the PSTHs of L_neuron. */
    Mask lossMask() {
        return configuration.loss().neuron().mask() == LossMask.VALID ? mask : session.observed();
    }

    /** The size of one training step. */
    public Workload workload() {
        double share = configuration.training().trialsPerStep();
        int steps = TrialOrder.steps(split.train().length, share);
        return workload(Math.ceilDiv(split.train().length, steps));
    }

    /** The size of a pass over a number of trials. */
    public Workload workload(int trials) {
        NetworkSpec spec = parameterisation().spec();
        var units = spec.units();
        return new Workload(trials, session.bins(), units.units(), spec.inputs(), units.recorded());
    }

    public Parameterisation parameterisation() {
        NetworkSpec any = NetworkSpec.of(session, units, configuration.network());
        NetworkSpec spec = inputs.isRestricted() ? any.driven(inputs.drives(), inputs.signs()) : any;
        return new Parameterisation(
                readOut().map(targets -> spec.reading(targets.names())).orElse(spec));
    }

    /**
     * The targets of the read-out; empty if the configuration has no read-out.
     *
     * @throws InputError if a target is not a continuous input of the session
     */
    Optional<ReadOutTargets> readOut() {
        OutputSettings output = configuration.loss().output();
        return output.weight() > 0 ? Optional.of(ReadOutTargets.of(session, output.channels())) : Optional.empty();
    }

    /** The mean rates of the recorded neurons over valid bins of the training trials, sp/s. */
    public double[] trainingRates() {
        return MeanRates.of(session, mask, session.positions(split.train()));
    }
}
