package org.dalescope.model.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.RateFunction;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * The scores of several predictions on the sealed trials of one fold.
 *
 * @param byKey of each prediction by its key: the scores without each trial, then those of all trials
 * @param perNeuron of each prediction by its key: the score of every neuron
 */
record FoldPredictions(Map<String, List<Values>> byKey, Map<String, Map<ComparedScore, double[]>> perNeuron) {
    FoldPredictions() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Scores a prediction for the sealed trials. */
    void add(String key, Session session, Mask mask, int[] sealed, RateFunction rates, WorkerThreads workers) {
        ComparedScores scores = new ComparedScores(session, mask, sealed, rates);
        byKey.put(key, scores.withoutEach(workers));
        Map<ComparedScore, double[]> own = new LinkedHashMap<>();
        for (ComparedScore score : ComparedScore.values()) {
            own.put(score, scores.perNeuron(score));
        }
        perNeuron.put(key, own);
    }

    Values values(String key) {
        return of(key).getLast();
    }

    double[] neurons(String key, ComparedScore score) {
        return perNeuron.getOrDefault(key, Map.of()).getOrDefault(score, new double[0]);
    }

    /** The differences of all scores and groups of neurons between two predictions. */
    List<ScoreDifference> differences(String one, String other) {
        return ScoreDifference.between(of(one), of(other));
    }

    private List<Values> of(String key) {
        List<Values> values = byKey.get(key);
        if (values == null) {
            throw new IllegalArgumentException("no prediction " + key);
        }
        return values;
    }
}
