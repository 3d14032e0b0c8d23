package org.dalescope.model.training;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.network.Network;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.training.loss.Loss;

/**
 * Runs the validation trials of a fit after every training epoch, always with the same noise, so that the score changes
 * only with the parameters. The population means are only for display. PSTH groups: 0 masked, 1 all bins, then one per
 * {@link Condition}, then those of L_neuron.
 */
public final class Validation {
    /** The group of the masked average of all validation trials. */
    public static final int MASKED = 0;
    /** The group of the average of all bins of all validation trials. */
    public static final int RAW = 1;
    /** The group of the first condition. */
    public static final int FIRST_CONDITION = 2;

    private final RecurrentEngine engine;
    private final Batch batch;
    private final Noise noise;
    private final StatisticsPlan plan;
    private final PsthCorrelation masked;
    private final PsthCorrelation raw;
    private final Loss loss;
    private final int shown;

    Validation(Fit fit, RecurrentEngine engine) {
        this.engine = engine;
        int[] trials = fit.split().validation();
        double binMs = fit.session().time().binMs();
        Mask mask = fit.mask();
        Mask everything = fit.session().observed();
        this.batch = Batch.of(fit.session(), trials);
        this.noise = noise(fit);
        List<PsthPlan.Group> groups = new ArrayList<>();
        groups.add(new PsthPlan.Group(trials, true, 1));
        groups.add(new PsthPlan.Group(trials, false, 1));
        Condition.of(fit.session(), trials).forEach(c -> groups.add(new PsthPlan.Group(c.trialIds(), true, 1)));
        this.shown = groups.size();
        NeuronObjective objective = NeuronObjective.of(fit, Lazy.of(() -> NeuronScales.of(fit)), trials, groups.size());
        groups.addAll(objective.groups());
        this.loss = objective.loss();
        this.plan = PsthPlan.of(fit.session(), mask, trials, groups, true, objective.pointwise());
        Psth maskedData = Psth.of(fit.session(), mask, trials);
        Psth rawData = Psth.of(fit.session(), everything, trials);
        this.masked = PsthCorrelation.with(maskedData, ScoreKind.PSTH_R, binMs);
        this.raw = PsthCorrelation.with(rawData, ScoreKind.PSTH_R_RAW, binMs);
    }

    /** The noise of every evaluation of a fit. */
    public static Noise noise(Fit fit) {
        return noise(fit.seed(), fit.configuration().network().processNoise());
    }

    /** The noise of an evaluation with its own seed. */
    public static Noise noise(long seed, double sd) {
        return new Noise(CounterRandom.of(seed, Stream.VALIDATION_NOISE), sd);
    }

    /** The statistics of the validation trials for a network, with the groups of this class. */
    public static RateStatistics statistics(Fit fit, Network network, RecurrentEngine engine) {
        return new Validation(fit, engine).run(network).statistics();
    }

    record Result(RateStatistics statistics, double psthR, double psthRRaw, double loss) {}

    Result run(Network network) {
        RateStatistics statistics = engine.statistics(network, batch, noise, plan);
        return new Result(
                statistics.firstGroups(shown),
                masked.mean(statistics.psth(MASKED)),
                raw.mean(statistics.psth(RAW)),
                loss.evaluate(statistics, engine.workers()).value());
    }
}
