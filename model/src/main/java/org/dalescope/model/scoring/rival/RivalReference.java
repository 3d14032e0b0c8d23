package org.dalescope.model.scoring.rival;

import java.util.List;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;

/**
 * The scores of a rival on some trials, which do not depend on a network.
 *
 * @param chosen what the validation trials chose, such as "sigma 50 ms"; empty if there was no choice
 * @param values the scores without each of the trials, then those of all trials
 */
public record RivalReference(Rival rival, String chosen, List<Values> values) {
    /** All rivals, fitted to the training trials and scored on some trials. */
    public static List<RivalReference> of(
            Session session, Mask mask, Split split, int[] trialIds, WorkerThreads workers) {
        return RivalPrediction.all(session, mask, split, trialIds, workers).stream()
                .map(rival -> new RivalReference(
                        rival.rival(),
                        rival.chosen(),
                        new ComparedScores(session, mask, trialIds, rival.rates()).withoutEach(workers)))
                .toList();
    }
}
