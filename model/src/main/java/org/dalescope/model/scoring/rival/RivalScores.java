package org.dalescope.model.scoring.rival;

import java.util.Collections;
import java.util.List;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;

/**
 * The scores of a rival, and how much better or worse a network is on the same trials.
 *
 * @param chosen what the validation trials chose, such as "sigma 50 ms"; empty if there was no choice
 * @param values the rival's scores
 * @param differences of every score and group of neurons, in the order of their values
 */
public record RivalScores(Rival rival, String chosen, Values values, List<ScoreDifference> differences) {
    /**
     * The scores of all rivals on the trials of a network's scores.
     *
     * @param network the network's values without each of the trials, then those of all trials
     */
    public static List<RivalScores> of(List<RivalReference> rivals, List<Values> network) {
        return rivals.stream()
                .map(rival -> new RivalScores(
                        rival.rival(),
                        rival.chosen(),
                        rival.values().getLast(),
                        ScoreDifference.between(network, rival.values())))
                .toList();
    }

    /** The scores of all rivals, without a network to compare them with. */
    public static List<RivalScores> alone(List<RivalReference> rivals) {
        ScoreDifference none = new ScoreDifference(Double.NaN, Double.NaN);
        int count = ComparedScores.count();
        return rivals.stream()
                .map(rival -> new RivalScores(
                        rival.rival(), rival.chosen(), rival.values().getLast(), Collections.nCopies(count, none)))
                .toList();
    }

    /** The network's advantage in a score of a group of neurons. */
    public ScoreDifference difference(ComparedScore score, NeuronGroup group) {
        return of(differences, score, group);
    }

    /** The difference of a score and group among all differences of two predictions. */
    public static ScoreDifference of(List<ScoreDifference> differences, ComparedScore score, NeuronGroup group) {
        return differences.get(ComparedScores.index(score, group));
    }
}
