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
 * The memory that a fit takes at its largest, bytes, counted from its sizes before anything is made.
 *
 * @param session rates, inputs and masks; fits of one session share them
 * @param checks what the check of the session takes, which is over before the others begin
 * @param losses L_neuron's and L_trial's data, distances and transport plans, and the weights of all averages
 * @param engine the recurrence forward and backward, in Java's memory
 * @param record parameters, the optimiser and the history up to the last epoch
 * @param outside what libtorch takes beside Java's memory
 */
public record FitMemory(long session, long checks, long losses, long engine, long record, long outside) {
    /** Numbers of an epoch: its record, the row of the checkpoint and that row in the table of all. */
    private static final long NUMBERS_PER_EPOCH = 72;

    /** Raw and best parameters, Adam's two, both before and after a step, and gradients. */
    private static final long COPIES_OF_PARAMETERS = 12;

    /** A PSTH of the data with its error, and z-scores of both sides with their derivatives. */
    private static final long COPIES_OF_PSTH = 7;

    /** Trials of both sides as L_trial has them: masked, smoothed, scaled, packed, with factors and derivatives. */
    private static final long COPIES_OF_TRIALS = 12;

    /** Distances, and the kernel of the plan. */
    private static final long MATRICES = 2;

    /** What a fit takes on an engine. */
    public static FitMemory of(Fit fit, RecurrentEngine engine) {
        return of(fit, engine.bytes(load(fit)));
    }

    /** What a fit takes on the CPU, on an engine that is not there yet. */
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

    /** Bytes of Java's memory. */
    public long heap() {
        return session + Math.max(checks, losses + engine + record);
    }

    /** Several such fits of one session at once. */
    public FitMemory atOnce(int fits) {
        return new FitMemory(session, fits * checks, fits * losses, fits * engine, fits * record, fits * outside);
    }

    /**
     * Refuses what this program and this machine have no room for.
     *
     * @param what the subject of the sentence, such as "The fit"
     * @param remedy what to do, without a full stop
     * @throws org.dalescope.model.common.InputError with the numbers
     */
    public void require(String what, String remedy) {
        HeapMemory.ofThisProgram().require((double) heap(), what, remedy);
        if (outside > 0) {
            MachineMemory.now().require(outside, what, remedy);
        }
    }

    /** What makes a fit smaller, by what of it is largest. */
    public String remedy() {
        if (Math.max(session, checks) > losses + engine + record) {
            return "take a part of the session or wider bins";
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

    /** Pairs of neurons are compared over their bins in double precision, of as many trials as the check looks at. */
    private static long checks(Fit fit) {
        long rows = (long) fit.session().trials() * fit.session().bins();
        long neurons = Math.max(1, fit.session().neurons().size());
        return Double.BYTES * (Math.min(rows * neurons, DuplicateNeurons.MOST_COMPARED / neurons) + 3 * rows);
    }

    /** Training and validation trials have their own, and both are there at once. */
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
        // A network is scored with rates of all units and with L_trial's plan, whether or not the fit used it.
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
                    case CONDITIONS ->
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
