package org.dalescope.model.suite.results;

import java.util.List;
import java.util.Map;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.plan.Arm;

/**
 * How an arm did on a session, and against the base.
 *
 * @param seeds that finished
 * @param failures seeds that came to nothing, with the reason
 * @param scores spread over seeds of every score
 * @param shareOfTraining psth_r as a share of what the training PSTH scores
 * @param ensemble scores of the rates averaged over the seeds' networks; undefined below two seeds
 * @param ensembleShare its psth_r as a share of what the training PSTH scores
 * @param overSeeds psth_r against the base, paired by seed
 * @param overNeurons psth_r of each neuron averaged over the seeds that both finished, paired by neuron id
 * @param convergedEpoch median over seeds of the first epoch with 95 % of the best score
 * @param convergedSeconds median over seeds of the training time until then
 * @param seconds mean over seeds of the whole fit
 * @param tauE mean time constant of the E units of the kept networks, ms
 * @param meanRate of the kept networks, sp/s
 * @param implausible seeds with a mean rate outside 1-50 sp/s, or that break Dale's law where it is asked for
 * @param warnings how many seeds raised each warning, by code
 */
public record ArmComparison(
        Arm arm,
        List<Long> seeds,
        Map<Long, String> failures,
        Map<ScoreKind, ScoreSpread> scores,
        ScoreSpread shareOfTraining,
        ScoreSpread normalised,
        Map<ScoreKind, Double> ensemble,
        double ensembleShare,
        PairedDifference overSeeds,
        PairedDifference overNeurons,
        ArmVerdict verdict,
        double convergedEpoch,
        double convergedSeconds,
        double seconds,
        ScoreSpread tauE,
        ScoreSpread tauI,
        ScoreSpread meanRate,
        List<Long> implausible,
        Map<String, Integer> warnings) {
    /** psth_r over seeds. */
    public ScoreSpread psthR() {
        return scores.getOrDefault(ScoreKind.PSTH_R, ScoreSpread.of());
    }
}
