package org.dalescope.model.training;

import org.dalescope.model.network.Network;

/** Averages of an epoch's steps. */
final class EpochSums {
    private int steps;
    private double objective;
    private double lActivity;
    private double lNeuron;
    private double lTrial;
    private double lReg;
    private double neuronNorm;
    private double trialNorm;
    private double cosine;
    private double transportError;
    private double matches;

    void add(TrainingStep.Result step) {
        steps++;
        lNeuron += step.lNeuron();
        lTrial += step.lTrial();
        lReg += step.lReg();
        lActivity += step.lActivity();
        objective +=
                step.lNeuron() + orZero(step.trialScale() * step.lTrial()) + step.lReg() + orZero(step.lActivity());
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
                matches / steps);
    }

    /** What is switched off adds nothing. */
    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
