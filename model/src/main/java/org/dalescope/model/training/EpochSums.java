package org.dalescope.model.training;

import org.dalescope.model.configuration.TrialLossSettings;
import org.dalescope.model.network.Network;

/** Averages of an epoch's steps. */
final class EpochSums {
    private final TrialLossSettings trial;
    private int steps;
    private double lNeuron;
    private double lTrial;
    private double lReg;
    private double neuronNorm;
    private double trialNorm;
    private double cosine;
    private double transportError;
    private double matches;

    EpochSums(TrialLossSettings trial) {
        this.trial = trial;
    }

    void add(TrainingStep.Result step) {
        steps++;
        lNeuron += step.lNeuron();
        lTrial += step.lTrial();
        lReg += step.lReg();
        neuronNorm += step.balance().neuronNorm();
        trialNorm += step.balance().trialNorm();
        cosine += step.balance().cosine();
        transportError = Math.max(transportError, step.transportError());
        matches += step.effectiveMatches();
    }

    EpochRecord record(
            int epoch, double rate, double trainScore, Validation.Result validated, Network network, double ms) {
        double trialPart = trial.enabled() ? trial.scale() * lTrial : 0;
        return new EpochRecord(
                epoch,
                (lNeuron + trialPart + lReg) / steps,
                lNeuron / steps,
                lTrial / steps,
                lReg / steps,
                Double.NaN,
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
                matches / steps);
    }
}
