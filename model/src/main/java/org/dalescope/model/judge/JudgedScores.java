package org.dalescope.model.judge;

import java.util.List;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.scoring.rival.ScoreDifference;

/**
 * The scores of a prediction on sealed trials, as the mean over the folds, and how much better or worse the network is.
 *
 * @param key name in JSON
 * @param label name in a sentence
 * @param definition what is predicted
 * @param values mean over folds
 * @param perFold values of each fold
 * @param overTrials the network's score minus this one's, with an interval over trials; empty for the network itself
 * @param overNeurons the same with an interval over neurons; not defined for pooled R2
 */
public record JudgedScores(
        String key,
        String label,
        String definition,
        Values values,
        List<Values> perFold,
        List<ScoreDifference> overTrials,
        List<ScoreDifference> overNeurons) {
    /** The network's advantage in a score, with an interval over trials. */
    public ScoreDifference difference(ComparedScore score, NeuronGroup group) {
        return RivalScores.of(overTrials, score, group);
    }
}
