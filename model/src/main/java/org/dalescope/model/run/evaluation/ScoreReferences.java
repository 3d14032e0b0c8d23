package org.dalescope.model.run.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.scoring.SplitHalf;
import org.dalescope.model.scoring.rival.RivalReference;
import org.dalescope.model.training.Fit;

/**
 * What a network's scores on some trials are compared with, and what does not depend on the network: the split-half
 * reliability of the data, and the scores of the rivals. Fits of the same data and split share them. A reliability is
 * computed when it is first asked for, because a fit needs most of them only at its end.
 */
public final class ScoreReferences {
    private final int[] trialIds;
    private final Map<ScoreKind, Lazy<SplitHalf>> reliabilities = new EnumMap<>(ScoreKind.class);
    private final List<RivalReference> rivals;

    private ScoreReferences(Scoring scoring, int[] trialIds, List<RivalReference> rivals) {
        this.trialIds = trialIds;
        this.rivals = rivals;
        for (ScoreKind kind : ScoreKind.values()) {
            reliabilities.put(kind, Lazy.of(() -> scoring.reliability(kind, trialIds)));
        }
    }

    /** The references for some trials of a fit's session. */
    public static ScoreReferences of(Fit fit, int[] trialIds, WorkerThreads workers) {
        return new ScoreReferences(
                new Scoring(fit.session(), fit.mask(), fit.split().train()),
                trialIds,
                RivalReference.of(fit.session(), fit.mask(), fit.split(), trialIds, workers));
    }

    public int[] trialIds() {
        return trialIds.clone();
    }

    public List<RivalReference> rivals() {
        return rivals;
    }

    /** The reliability of the data for a score. */
    public SplitHalf reliability(ScoreKind kind) {
        return Objects.requireNonNull(reliabilities.get(kind), kind.key()).get();
    }
}
