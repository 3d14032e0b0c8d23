package org.dalescope.model.run.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.scoring.SplitHalf;
import org.dalescope.model.scoring.rival.RivalReference;
import org.dalescope.model.training.Fit;

/**
 * What a network's scores on some trials are compared with, and what does not depend on the network: the split-half
 * reliability of the data, and the scores of the rivals. Fits of the same data and split share them.
 */
public record ScoreReferences(int[] trialIds, Map<ScoreKind, SplitHalf> reliabilities, List<RivalReference> rivals) {
    /** The references for some trials of a fit's session. */
    public static ScoreReferences of(Fit fit, int[] trialIds, WorkerThreads workers) {
        Scoring scoring = new Scoring(fit.session(), fit.mask(), fit.split().train());
        Map<ScoreKind, SplitHalf> reliabilities = new EnumMap<>(ScoreKind.class);
        for (ScoreKind kind : ScoreKind.values()) {
            reliabilities.put(kind, scoring.reliability(kind, trialIds));
        }
        return new ScoreReferences(
                trialIds,
                Map.copyOf(reliabilities),
                RivalReference.of(fit.session(), fit.mask(), fit.split(), trialIds, workers));
    }

    /** The reliability of the data for a score. */
    public SplitHalf reliability(ScoreKind kind) {
        SplitHalf reliability = reliabilities.get(kind);
        if (reliability == null) {
            throw new IllegalArgumentException("no reliability of " + kind);
        }
        return reliability;
    }
}
