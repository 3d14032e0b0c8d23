package org.dalescope.model.scoring;

import java.util.Map;

/**
 * A score beside r with everything it must not be shown without. NaN means "not defined" and is written as null with a reason.
 *
 * @param e over E neurons
 * @param i over I neurons
 * @param ceilingTrainingPsth what the training partition's PSTH scores as a prediction
 * @param ceilingSplitHalf what the data's reliability allows
 * @param standardError jackknife over the scored trials
 * @param perNeuron by neuron id; empty where it is none of single neurons
 * @param undefined why the value is not defined; empty where it is
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
