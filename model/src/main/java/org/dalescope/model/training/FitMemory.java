package org.dalescope.model.training;

import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.MachineMemory;
import org.dalescope.model.engine.EngineMemoryEstimate;
import org.dalescope.model.engine.MemoryWorkload;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.network.NetworkSpec;
import org.dalescope.model.session.quality.DuplicateNeurons;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.EmbeddingKind;
import org.dalescope.model.settings.GradientBalancing;
import org.dalescope.model.settings.LossSettings;
import org.dalescope.model.settings.NetworkSettings;

/**
 * The peak memory of a fit in bytes, computed from its sizes before the trainer allocates any array.
 *
 * @param session rates, inputs and masks; fits of one session share them
 * @param checks memory of the check of the session, which ends before the other parts are allocated
 * @param losses data, distances and transport plans of L_neuron and L_trial, and the weights of all averages
 * @param engine the recurrence forward and backward, on the Java heap
 * @param record parameters, the optimiser and the history up to the last epoch
 * @param outside memory of libtorch outside the Java heap
 */
public record FitMemory(long session, long checks, long losses, long engine, long record, long outside) {
    /** The numbers of an epoch: its record, its row in the checkpoint and the same row in the complete table. */
    private static final long NUMBERS_PER_EPOCH = 72;

    /** The raw and best parameters and the two moments of Adam, before and after a step, and the gradients. */
    private static final long COPIES_OF_PARAMETERS = 12;

    /** A PSTH of the data with its error, and the z-scores of data and model with their derivatives. */
    private static final long COPIES_OF_PSTH = 7;

    /** The trials of data and model in L_trial: masked, smoothed, scaled, packed, with factors and derivatives. */
    private static final long COPIES_OF_TRIALS = 12;

    /** The distances, and the Gibbs kernel of the plan. */
    private static final long MATRICES = 2;

    /** The memory of a fit on an engine. */
    public static FitMemory of(Fit fit, RecurrentEngine engine) {
        return of(fit, engine.bytes(load(fit)));
    }

    /** The memory of a fit on the CPU, for an engine that is not open yet. */
    public static FitMemory of(Fit fit, EngineRequest.Kind kind, int threads) {
        MemoryWorkload load = load(fit);
        return of(
                fit,
                switch (kind) {
                    case TENSOR -> TensorEngine.bytes(load, threads);
                    case FUSED, AUTO -> FusedEngine.bytes(load, threads);
                });
    }

    private static FitMemory of(Fit fit, EngineMemoryEstimate engine) {
        return new FitMemory(session(fit), checks(fit), losses(fit), engine.heap(), record(fit), engine.outside());
    }

    /** The bytes of the Java heap. */
    public long heap() {
        return session + Math.max(checks, losses + engine + record);
    }

    /** The memory of several such fits of one session at the same time. */
    public FitMemory atOnce(int fits) {
        return new FitMemory(session, fits * checks, fits * losses, fits * engine, fits * record, fits * outside);
    }

    /**
     * Checks that this program and this machine have enough memory.
     *
     * @param what the subject of the sentence, such as "The fit"
     * @param remedy what to do, without a full stop
     * @throws org.dalescope.model.common.InputError with the needed and the available memory, if there is too little
     */
    public void require(String what, String remedy) {
        HeapMemory.ofThisProgram().require((double) heap(), what, remedy);
        if (outside > 0) {
            MachineMemory.now().require(outside, what, remedy);
        }
    }

    /** The advice on how to make the fit smaller, depending on its largest part. */
    public String remedy() {
        if (Math.max(session, checks) > losses + engine + record) {
            return "use a part of the session or wider bins";
        }
        if (record > losses + engine) {
            return "lower training.epochs";
        }
        return losses > engine
                ? "lower training.trials_per_step, or set loss.trial.by_condition=true"
                : "lower training.trials_per_step";
    }

    private static long session(Fit fit) {
        long rows = (long) fit.session().trials() * fit.session().bins();
        long numbers =
                (long) fit.session().neurons().size() + fit.session().channels().size();
        return rows * (Float.BYTES * numbers + 2);
    }

    /** The check compares pairs of neurons over their bins in double precision, for a limited number of trials. */
    private static long checks(Fit fit) {
        long rows = (long) fit.session().trials() * fit.session().bins();
        long neurons = Math.max(1, fit.session().neurons().size());
        return Double.BYTES * (Math.min(rows * neurons, DuplicateNeurons.MOST_COMPARED / neurons) + 3 * rows);
    }

    /** Training and validation trials have separate arrays, which exist at the same time. */
    private static long losses(Fit fit) {
        long bins = fit.session().bins();
        long validation = fit.split().validation().length;
        long train = fit.workload().trials();
        long groups = groups(fit);
        long weights = Float.BYTES * bins * (train * groups + validation * (2L * groups + 2));
        long psths = Double.BYTES
                * COPIES_OF_PSTH
                * 2
                * (groups + 1)
                * bins
                * fit.session().neurons().size();
        LossSettings loss = fit.configuration().loss();
        long matched = loss.trial().enabled() ? matching(fit, train) : 0;
        // A network is scored with the rates of all units and with L_trial's plan, even if the fit did not use L_trial.
        long scored = matching(fit, validation)
                + Float.BYTES * validation * bins * fit.workload().units();
        return weights + psths + matched + scored;
    }

    /** Conditions are counted as if each had the same share of trials. */
    private static long matching(Fit fit, long trials) {
        LossSettings loss = fit.configuration().loss();
        long conditions = loss.trial().byCondition() ? Math.max(1, conditions(fit)) : 1;
        return Double.BYTES
                * (COPIES_OF_TRIALS * trials * fit.session().bins() + MATRICES * trials * trials / conditions);
    }

    private static long conditions(Fit fit) {
        return Splits.strata(fit.session(), fit.split().train()).size();
    }

    private static int groups(Fit fit) {
        int own =
                switch (fit.configuration().loss().neuron().kind()) {
                    case CORRELATION, HYBRID -> 1;
                    case CONDITIONS, RATES ->
                        NeuronObjective.conditions(fit, fit.split().train()).size();
                    case POISSON -> 0;
                };
        return own + (NeuronObjective.startsWithAllTrials(fit) ? 0 : 1);
    }

    private static MemoryWorkload load(Fit fit) {
        Configuration configuration = fit.configuration();
        NetworkSettings network = configuration.network();
        LossSettings loss = configuration.loss();
        boolean apart = loss.balancing() == GradientBalancing.GRADIENT;
        boolean own = loss.activity().weight() > 0 || loss.output().weight() > 0;
        Workload size = fit.workload();
        return new MemoryWorkload(
                size,
                groups(fit),
                apart ? 1 + (loss.trial().enabled() ? 1 : 0) + (own ? 1 : 0) : 1,
                loss.trial().enabled(),
                fit.readOut().map(targets -> targets.names().size()).orElse(0),
                network.processNoise() > 0,
                network.inputNoiseSd() > 0 || network.embedding().kind() != EmbeddingKind.NONE);
    }

    private static long record(Fit fit) {
        NetworkSpec spec = fit.parameterisation().spec();
        long parameters = fit.parameterisation().layout().length();
        long perEpoch = NUMBERS_PER_EPOCH + 2L * spec.units().units();
        return Double.BYTES
                * (COPIES_OF_PARAMETERS * parameters
                        + perEpoch * fit.configuration().training().epochs());
    }
}
