package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.settings.LossMask;
import org.dalescope.model.settings.NeuronLossSettings;
import org.dalescope.model.training.loss.CorrelationLoss;
import org.dalescope.model.training.loss.Loss;
import org.dalescope.model.training.loss.MeanLoss;
import org.dalescope.model.training.loss.MeanLoss.Term;
import org.dalescope.model.training.loss.PoissonLoss;
import org.dalescope.model.training.loss.PsthResidualLoss;
import org.dalescope.model.training.loss.SmoothedBins;

/**
 * The part L_neuron of the trainer's objective on some trials: the loss and the statistics that it needs.
 *
 * @param groups PSTHs that the loss compares, in the order of the statistics' groups, starting with the loss's first
 *     group
 * @param pointwise sums over single bins, for the Poisson term
 */
record NeuronObjective(List<PsthPlan.Group> groups, PointwiseSums pointwise, Loss loss) {
    /** The least number of trials of a condition; with fewer, its PSTH has no meaning. */
    private static final int CONDITION_TRIALS = 3;

    /**
     * The loss of the configuration.
     *
     * @param scales scales of the neurons' activity in the training trials, which only the loss 'rates' needs
     * @param firstGroup number of the statistics' groups before its own
     */
    static NeuronObjective of(Fit fit, Lazy<NeuronScales> scales, int[] trialIds, int firstGroup) {
        NeuronLossSettings settings = fit.configuration().loss().neuron();
        return switch (settings.kind()) {
            case CORRELATION -> psths(fit, List.of(trialIds), firstGroup);
            case CONDITIONS -> psths(fit, conditions(fit, trialIds), firstGroup);
            case POISSON -> new NeuronObjective(List.of(), poisson(fit, trialIds), new PoissonLoss());
            case RATES -> rates(fit, scales.get(), trialIds, firstGroup);
            case HYBRID -> {
                double weight = settings.hybridWeight();
                NeuronObjective shape = psths(fit, List.of(trialIds), firstGroup);
                List<Term> terms = List.of(new Term(weight, new PoissonLoss()), new Term(1 - weight, shape.loss()));
                yield new NeuronObjective(shape.groups(), poisson(fit, trialIds), new MeanLoss(terms));
            }
        };
    }

    /** Whether the loss's first PSTH is that of all trials. */
    static boolean startsWithAllTrials(Fit fit) {
        NeuronLossSettings settings = fit.configuration().loss().neuron();
        return switch (settings.kind()) {
            case CORRELATION, HYBRID -> true;
            case CONDITIONS, RATES -> Condition.startWithAllTrials(settings.conditions());
            case POISSON -> false;
        };
    }

    /** The PSTH of all trials, averaged as for the loss. */
    static PsthPlan.Group allTrials(Fit fit, int[] trialIds) {
        NeuronLossSettings settings = fit.configuration().loss().neuron();
        return new PsthPlan.Group(trialIds, settings.mask() == LossMask.VALID, settings.minimumTrials());
    }

    /** The trials of every condition that has enough of them. */
    static List<int[]> conditions(Fit fit, int[] trialIds) {
        String words = fit.configuration().loss().neuron().conditions();
        return Condition.named(fit.session(), trialIds, words).stream()
                .map(Condition::trialIds)
                .filter(ids -> ids.length >= CONDITION_TRIALS)
                .toList();
    }

    private static NeuronObjective psths(Fit fit, List<int[]> perGroup, int firstGroup) {
        NeuronLossSettings settings = fit.configuration().loss().neuron();
        double binMs = fit.session().time().binMs();
        Mask mask = fit.lossMask();
        boolean masked = settings.mask() == LossMask.VALID;
        List<PsthPlan.Group> groups = new ArrayList<>();
        List<CorrelationLoss> losses = new ArrayList<>();
        for (int[] ids : perGroup) {
            Psth data = Psth.of(fit.session(), mask, ids);
            losses.add(CorrelationLoss.of(firstGroup + groups.size(), data, settings, binMs));
            groups.add(new PsthPlan.Group(ids, masked, settings.minimumTrials()));
        }
        return new NeuronObjective(
                groups, PointwiseSums.NONE, losses.size() == 1 ? losses.getFirst() : MeanLoss.of(losses));
    }

    /**
     * The loss 'rates': PSTH residuals in units of their standard error, the likelihood of single bins and the shape.
     * Terms without weight are left out.
     */
    private static NeuronObjective rates(Fit fit, NeuronScales scales, int[] trialIds, int firstGroup) {
        NeuronLossSettings settings = fit.configuration().loss().neuron();
        double binMs = fit.session().time().binMs();
        boolean masked = settings.mask() == LossMask.VALID;
        List<PsthPlan.Group> groups = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        List<int[]> conditions = conditions(fit, trialIds);
        for (int[] ids : conditions) {
            Psth data = Psth.of(fit.session(), fit.lossMask(), ids);
            SmoothedBins bins = SmoothedBins.of(
                    firstGroup + groups.size(), data, settings.minimumTrials(), settings.smoothingMs(), binMs);
            double share = 1.0 / conditions.size();
            add(terms, share * settings.residualWeight(), PsthResidualLoss.of(bins, data, scales.variance()));
            add(terms, share * settings.shapeWeight(), CorrelationLoss.of(bins, data, settings));
            groups.add(new PsthPlan.Group(ids, masked, settings.minimumTrials()));
        }
        add(terms, settings.likelihoodWeight(), new PoissonLoss());
        double[] weights =
                Arrays.stream(scales.meanCounts()).map(count -> 1 / count).toArray();
        PointwiseSums pointwise =
                settings.likelihoodWeight() > 0 ? poisson(fit, trialIds, weights) : PointwiseSums.NONE;
        return new NeuronObjective(groups, pointwise, new MeanLoss(terms));
    }

    private static void add(List<Term> terms, double weight, Loss loss) {
        if (weight > 0) {
            terms.add(new Term(weight, loss));
        }
    }

    /** The sums in which every valid bin of every trial has the same weight. */
    static PointwiseSums everyBin(Fit fit, int[] trialIds, PointwiseSums.Counts counts) {
        Session session = fit.session();
        Mask mask = fit.lossMask();
        int[] positions = session.positions(trialIds);
        float[] weights = new float[session.bins() * positions.length];
        int valid = 0;
        for (int position : positions) {
            for (int bin = 0; bin < session.bins(); bin++) {
                valid += mask.isValid(position, bin) ? 1 : 0;
            }
        }
        for (int bin = 0; bin < session.bins(); bin++) {
            for (int i = 0; i < positions.length; i++) {
                weights[bin * positions.length + i] = mask.isValid(positions[i], bin) ? 1f / valid : 0;
            }
        }
        return new PointwiseSums(
                weights, counts, fit.configuration().loss().activity().weight() > 0);
    }

    private static PointwiseSums poisson(Fit fit, int[] trialIds) {
        double[] equal = new double[fit.session().neurons().size()];
        Arrays.fill(equal, 1);
        return poisson(fit, trialIds, equal);
    }

    private static PointwiseSums poisson(Fit fit, int[] trialIds, double[] neuronWeights) {
        Session session = fit.session();
        double seconds = session.time().binMs() / 1000;
        return everyBin(
                fit,
                trialIds,
                new PointwiseSums.Counts(session.rates(), session.positions(trialIds), seconds, neuronWeights));
    }
}
