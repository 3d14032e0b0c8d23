package org.dalescope.model.scoring.rival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;

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
    public static List<RivalScores> of(
            Session session, Mask mask, Split split, int[] trialIds, List<Values> network, WorkerThreads workers) {
        List<RivalPrediction> rivals = RivalPrediction.all(session, mask, split, trialIds, workers);
        List<RivalScores> scores = new ArrayList<>();
        for (RivalPrediction rival : rivals) {
            List<Values> other = new ComparedScores(session, mask, trialIds, rival.rates()).withoutEach(workers);
            scores.add(new RivalScores(
                    rival.rival(), rival.chosen(), other.getLast(), ScoreDifference.between(network, other)));
        }
        return List.copyOf(scores);
    }

    /** The scores of all rivals on some trials, without a network to compare them with. */
    public static List<RivalScores> alone(
            Session session, Mask mask, Split split, int[] trialIds, WorkerThreads workers) {
        ScoreDifference none = new ScoreDifference(Double.NaN, Double.NaN);
        int count = ComparedScores.count();
        return RivalPrediction.all(session, mask, split, trialIds, workers).stream()
                .map(rival -> new RivalScores(
                        rival.rival(),
                        rival.chosen(),
                        new ComparedScores(session, mask, trialIds, rival.rates()).without(-1),
                        Collections.nCopies(count, none)))
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
