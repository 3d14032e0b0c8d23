package org.dalescope.model.training;

import java.util.Arrays;
import org.dalescope.model.network.Network;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.settings.TauSettings;

/** Sums the results of an epoch's training steps and averages them. */
final class EpochSums {
    /** The L1 error of the marginals above which a transport plan is not converged. */
    private static final double BAD_MARGINAL = 0.05;

    private static final double OPPOSED = -0.9;
    private static final double NEAR_BOUND = 0.01;

    private final TauSettings tau;
    private int steps;
    private double objective;
    private double lActivity;
    private double lOutput;
    private double lNeuron;
    private double lTrial;
    private double lReg;
    private double neuronNorm;
    private double trialNorm;
    private double cosine;
    private double transportError;
    private double matches;

    EpochSums(TauSettings tau) {
        this.tau = tau;
    }

    void add(TrainingStep.Result step) {
        steps++;
        lNeuron += step.lNeuron();
        lTrial += step.lTrial();
        lReg += step.lReg();
        lActivity += step.lActivity();
        lOutput += step.lOutput();
        objective += step.lNeuron()
                + orZero(step.trialScale() * step.lTrial())
                + step.lReg()
                + orZero(step.lActivity())
                + orZero(step.lOutput());
        neuronNorm += step.balance().neuronNorm();
        trialNorm += step.balance().trialNorm();
        cosine += step.balance().cosine();
        transportError = Math.max(transportError, step.transportError());
        matches += step.effectiveMatches();
    }

    EpochRecord record(
            int epoch, double rate, double trainScore, Validation.Result validated, Network network, double ms) {
        return new EpochRecord(
                epoch,
                objective / steps,
                lNeuron / steps,
                lTrial / steps,
                lReg / steps,
                lActivity / steps,
                neuronNorm / steps,
                trialNorm / steps,
                cosine / steps,
                rate,
                trainScore,
                validated.psthR(),
                validated.psthRRaw(),
                network.meanTauMs(true),
                network.meanTauMs(false),
                ms,
                validated.loss(),
                transportError,
                matches / steps,
                flags(network),
                lOutput / steps);
    }

    private int flags(Network network) {
        return EpochWarningFlag.TRANSPORT_UNCONVERGED.when(transportError > BAD_MARGINAL)
                | EpochWarningFlag.TAU_AT_BOUND.when(
                        tau.learned() != LearnedTau.FIXED && unitsAtBound(tau, network.tauMs()) > 0)
                | EpochWarningFlag.NEURON_GRADIENT_ZERO.when(neuronNorm == 0)
                | EpochWarningFlag.TRIAL_GRADIENT_ZERO.when(trialNorm == 0)
                | EpochWarningFlag.GRADIENTS_OPPOSED.when(cosine / steps < OPPOSED);
    }

    /** The number of units whose time constants are within a hundredth of the range from a bound. */
    static int unitsAtBound(TauSettings tau, double[] tauMs) {
        double near = NEAR_BOUND * (tau.max() - tau.min());
        return (int) Arrays.stream(tauMs)
                .filter(t -> t < tau.min() + near || t > tau.max() - near)
                .count();
    }

    /** A loss that is switched off adds 0. */
    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
