package org.dalescope.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dalescope.model.common.AppendOnlyList;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.InputNoise;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ParameterLayout.Block;
import org.dalescope.model.network.ParameterLayout.Name;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.LearningRateSchedule;
import org.dalescope.model.settings.Optimiser;
import org.dalescope.model.settings.PlateauMetric;
import org.dalescope.model.settings.TrainingSettings;
import org.dalescope.model.training.StageTimer.Stage;

/**
 * Trains a network. The result is a pure function of the {@link Fit}; the number of threads, stops and resumes does not
 * change it.
 */
public final class Trainer {
    /** The number of units for which the default learning rate was determined. */
    private static final double REFERENCE_UNITS = 20;

    private final Fit fit;
    private final Parameterisation parameterisation;
    private final StageTimer clock = new StageTimer();
    private final TrainingStep step;
    private final Validation validation;
    private final RunningScore running;
    private final DivergenceCheck sanity;
    private final List<int[]> strata;
    private final int stepsPerEpoch;

    /**
     * A trainer. The needed memory is checked before arrays are allocated.
     *
     * @throws InputError if there is too little memory, or the settings do not suit the session
     */
    public Trainer(Fit fit, RecurrentEngine engine) {
        FitMemory memory = FitMemory.of(fit, engine);
        memory.require("The fit", memory.remedy());
        this.fit = fit;
        this.parameterisation = fit.parameterisation();
        this.step = new TrainingStep(fit, engine, clock);
        this.validation = new Validation(fit, engine);
        this.running = new RunningScore(fit);
        this.sanity = new DivergenceCheck(fit, parameterisation);
        int[] train = fit.split().train();
        this.strata =
                fit.configuration().training().stratified() ? Splits.strata(fit.session(), train) : List.of(train);
        this.stepsPerEpoch = TrialOrder.steps(
                fit.split().train().length, fit.configuration().training().trialsPerStep());
        FitCheck.require(fit);
    }

    /** The way in which a fit ended. */
    public enum Ending {
        /** All epochs are done. */
        FINISHED,
        /** The validation score did not improve for as many epochs as the patience. */
        EARLY_STOPPED,
        /** A stop was requested. */
        STOPPED
    }

    /** The last state of a fit, and the way in which it ended. */
    public record Outcome(FitState state, Ending ending) {}

    /** The state before the first epoch. */
    public FitState start() {
        double[] raw = Initialisation.of(parameterisation, fit.trainingRates(), fit.seed());
        return new FitState(
                0,
                0,
                raw,
                Adam.of(raw.length),
                PlateauDetector.start(fit.configuration().training().learningRate()),
                RunningLossMeans.none(),
                DivergenceRecovery.NONE,
                0,
                Double.NEGATIVE_INFINITY,
                raw.clone(),
                List.of(),
                List.of());
    }

    /** Runs from a state until the fit ends or a stop is requested; an unfinished epoch is not counted. */
    public Outcome run(FitState from, FitControl stop, Consumer<EpochSnapshot> listener) {
        return run(from, stop::isRaised, listener);
    }

    /** Runs from a state until the fit ends or {@code stop} is true, which is checked before every step. */
    Outcome run(FitState from, BooleanSupplier stop, Consumer<EpochSnapshot> listener) {
        TrainingSettings settings = fit.configuration().training();
        FitState state = from;
        while (state.epoch() < settings.epochs()) {
            if (state.epoch() - state.bestEpoch() >= settings.patience()) {
                return new Outcome(state, Ending.EARLY_STOPPED);
            }
            try {
                Optional<FitState> next = epoch(state, stop, listener);
                if (next.isEmpty()) {
                    return new Outcome(state, Ending.STOPPED);
                }
                state = next.get();
            } catch (Divergence away) {
                state = undone(state, away);
            }
        }
        return new Outcome(state, Ending.FINISHED);
    }

    /** The state from which an epoch that diverged is computed again, with half of the learning rate. */
    private FitState undone(FitState state, Divergence away) {
        if (state.recovery().undone() == DivergenceRecovery.MOST) {
            throw new InputError("The fit diverged in epoch " + (state.epoch() + 1) + ": " + away.reason() + ". "
                    + DivergenceRecovery.MOST
                    + " epochs were undone and computed again, each with half of the learning rate. From the second"
                    + " time in a row on, they started from the best network with smaller recurrent weights. This did"
                    + " not help. Epoch "
                    + state.epoch()
                    + " is the last good one and is kept. Lower training.learning_rate or network.spectral_radius.");
        }
        int before = state.recovery().inARow();
        return before == 0
                ? state.recovering()
                : state.recovering(
                        DivergenceRecovery.withdrawn(parameterisation.layout(), state.bestRaw(), before - 1));
    }

    /** Runs one epoch; empty if a stop was requested during the epoch. */
    private Optional<FitState> epoch(FitState state, BooleanSupplier stop, Consumer<EpochSnapshot> listener) {
        clock.restart();
        Configuration configuration = fit.configuration();
        CounterRandom order = CounterRandom.of(fit.seed(), Stream.TRIAL_ORDER).at(state.epoch());
        CounterRandom noise = CounterRandom.of(fit.seed(), Stream.PROCESS_NOISE);
        InputNoise inputNoise = InputNoise.of(
                CounterRandom.of(fit.seed(), Stream.INPUT_NOISE),
                configuration.network().inputNoiseSd(),
                fit.session());
        double[] raw = state.raw().clone();
        Adam adam = new Adam(state.adam().first().clone(), state.adam().second().clone());
        EpochSums sums = new EpochSums(configuration.network().tau());
        running.reset();
        long steps = state.step();
        RunningLossMeans means = state.means();
        double rate = 0;
        for (int[] trials : TrialOrder.of(strata, stepsPerEpoch, order)) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            Noise own = new Noise(noise.at(steps), configuration.network().processNoise(), inputNoise.at(steps));
            TrainingStep.Result result = step.evaluate(raw, trials, own, state.epoch(), means);
            means = result.means();
            sanity.check(result);
            GradientBalance.clip(result.gradient(), configuration.training().clip());
            rate = LearningRate.at(configuration.training(), stepsPerEpoch, steps, state.plateau())
                    * state.recovery().rate();
            decay(raw, rate);
            adam.step(raw, result.gradient(), rates(rate), ++steps);
            sums.add(result);
            running.add(result);
            clock.lap(Stage.UPDATE);
        }
        Network network = parameterisation.network(raw);
        Validation.Result validated = validation.run(network);
        sanity.check(validated);
        double trainScore = running.psthR();
        clock.lap(Stage.SCORING);
        StageTimes times = clock.times();
        EpochRecord record = sums.record(state.epoch() + 1, rate, trainScore, validated, network, times.total());
        FitState next = after(state, raw, adam, means, steps, record, network);
        listener.accept(new EpochSnapshot(next, configuration.training().epochs(), validated.statistics(), times));
        return Optional.of(next);
    }

    private FitState after(
            FitState state,
            double[] raw,
            Adam adam,
            RunningLossMeans means,
            long steps,
            EpochRecord record,
            Network network) {
        double score =
                switch (fit.configuration().training().selection()) {
                    case PSTH_R -> record.validationPsthR();
                    case PSTH_R_RAW -> record.validationPsthRRaw();
                    case LOSS -> -record.validationLoss();
                };
        boolean better = score > state.bestScore();
        PlateauDetector plateau = fit.configuration().training().schedule() == LearningRateSchedule.PLATEAU
                ? state.plateau()
                        .after(watched(record, score), fit.configuration().training())
                : state.plateau();
        return new FitState(
                state.epoch() + 1,
                steps,
                raw,
                adam,
                plateau,
                means,
                state.recovery().kept(),
                better ? state.epoch() + 1 : state.bestEpoch(),
                better ? score : state.bestScore(),
                better ? raw.clone() : state.bestRaw(),
                AppendOnlyList.of(state.history()).plus(record),
                AppendOnlyList.of(state.tauMs()).plus(network.tauMs()));
    }

    private double watched(EpochRecord record, double score) {
        return fit.configuration().training().plateauWatch() == PlateauMetric.SCORE ? -score : record.validationLoss();
    }

    /** Applies the decoupled weight decay of AdamW to the weights only. */
    private void decay(double[] raw, double rate) {
        TrainingSettings settings = fit.configuration().training();
        if (settings.optimiser() == Optimiser.ADAM) {
            return;
        }
        double kept = 1 - rate * settings.weightDecay();
        for (Block block : parameterisation.layout().blocks()) {
            for (int i = block.offset(); block.name().isWeight() && i < block.offset() + block.length(); i++) {
                raw[i] *= kept;
            }
        }
    }

    /**
     * The learning rate of every parameter. Time constants have their own rate, and the rate of recurrent weights
     * depends on their number.
     */
    private double[] rates(double rate) {
        TrainingSettings settings = fit.configuration().training();
        double[] rates = new double[parameterisation.layout().length()];
        Arrays.fill(rates, rate);
        if (settings.scaleRecurrentStep()) {
            int units = parameterisation.spec().units().units();
            double own = rate * Math.min(1, REFERENCE_UNITS / units);
            fill(rates, Name.RECURRENT, own);
            fill(rates, Name.FACTOR_TO, own);
            fill(rates, Name.FACTOR_FROM, own);
        }
        double tauRate = fit.configuration().network().tau().learningRate() * rate / settings.learningRate();
        fill(rates, Name.LOG_TAU, tauRate);
        return rates;
    }

    private void fill(double[] rates, Name name, double rate) {
        parameterisation
                .layout()
                .block(name)
                .ifPresent(block -> Arrays.fill(rates, block.offset(), block.offset() + block.length(), rate));
    }
}
