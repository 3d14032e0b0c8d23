package org.dalescope.model.scoring;

import java.util.Map;

/**
 * A secondary score, reported in addition to r, with its ceilings and its uncertainty. NaN means "not defined" and is
 * written as null with a reason.
 *
 * @param e score over E neurons
 * @param i score over I neurons
 * @param ceilingTrainingPsth score of the training partition's PSTH as a prediction
 * @param ceilingSplitHalf ceiling that follows from the data's reliability
 * @param standardError jackknife over the scored trials
 * @param perNeuron the score by neuron id; empty if the score is not defined for single neurons
 * @param undefined the reason why the value is not defined; empty if it is defined
 */
public record SecondaryScore(
        SecondaryScoreKind kind,
        double value,
        double e,
        double i,
        double ceilingTrainingPsth,
        double ceilingSplitHalf,
        double standardError,
        Map<Integer, Double> perNeuron,
        String undefined) {}
