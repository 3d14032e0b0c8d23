package org.dalescope.model.scoring;

import java.util.Map;
import org.dalescope.model.math.stats.Descriptive;

/**
 * A PSTH score of a model with its ceilings and its uncertainty, which must always be shown together. NaN means "not
 * defined" and is written as null with a reason.
 *
 * @param value mean over neurons
 * @param e mean over E neurons
 * @param i mean over I neurons
 * @param ceilingTrainingPsth score of the training partition's PSTH as a prediction (a look-up table)
 * @param ceilingSplitHalf mean over neurons of sqrt(2h / (1 + h)), h = r between halves of the scored trials
 * @param normalised mean of r / ceiling over neurons whose split-half reliability exceeds 0.1
 * @param standardError jackknife over the scored trials
 * @param neuronSpread standard deviation of r over neurons
 * @param unscorableNeurons neurons without a defined r, or with a reliability of at most 0.1
 * @param perNeuron r by neuron id
 * @param ceilingPerNeuron split-half ceiling by neuron id
 */
public record Score(
        ScoreKind kind,
        double value,
        double e,
        double i,
        double ceilingTrainingPsth,
        double ceilingSplitHalf,
        double normalised,
        double standardError,
        double neuronSpread,
        int unscorableNeurons,
        Map<Integer, Double> perNeuron,
        Map<Integer, Double> ceilingPerNeuron) {
    /** The median of r over neurons; NaN if no neuron can be scored. */
    public double median() {
        return Descriptive.median(
                perNeuron.values().stream().mapToDouble(r -> r).toArray());
    }

    /** The score as a share of the score of the training PSTH; NaN if that is not positive. */
    public double shareOfTraining() {
        return CeilingShare.of(value, ceilingTrainingPsth);
    }

    /** A score whose numbers are all not defined. */
    public static Score undefined(ScoreKind kind) {
        double none = Double.NaN;
        return new Score(kind, none, none, none, none, none, none, none, none, 0, Map.of(), Map.of());
    }
}
