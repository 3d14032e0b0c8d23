package org.dalescope.model.training;

/**
 * The numbers that the trainer records of an epoch, averaged over its steps; one row of {@code history.csv}. A number
 * that is not defined, such as L_trial when it is off, is NaN.
 *
 * @param loss lNeuron + scale lTrial + lReg + lActivity + lOutput; with balancing by gradient norms this is for display
 *     only and not the objective
 * @param trainPsthR running psth_r over the epoch's steps, during which the parameters change
 * @param validationLoss L_neuron on the validation trials, which the plateau schedule uses
 * @param tauE mean time constant of the E units, ms
 * @param transportError L1 error of the transport plan's marginals, largest of the epoch
 * @param effectiveMatches data trials per model trial in the transport plan
 * @param ms wall time of the epoch
 * @param flags sum of the {@link EpochWarningFlag}s of the epoch
 * @param lOutput L_output with its weight
 */
public record EpochRecord(
        int epoch,
        double loss,
        double lNeuron,
        double lTrial,
        double lReg,
        double lActivity,
        double gradNormNeuron,
        double gradNormTrial,
        double gradCosine,
        double learningRate,
        double trainPsthR,
        double validationPsthR,
        double validationPsthRRaw,
        double tauE,
        double tauI,
        double ms,
        double validationLoss,
        double transportError,
        double effectiveMatches,
        int flags,
        double lOutput) {}
