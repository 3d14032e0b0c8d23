package org.dalescope.model.suite.results;

import java.util.List;
import java.util.Map;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.suite.plan.Arm;

/**
 * The results of one arm of a suite on one session, and its comparison with the base.
 *
 * @param seeds finished seeds
 * @param failures failed seeds, with the reason
 * @param scores the spread of every score over seeds
 * @param compared the spread over seeds of the scores that are compared with those of the rivals, in the order of
 *     their values
 * @param rivals scores of the simplest rivals on the same trials; empty before the first fit
 * @param shareOfTraining psth_r as a share of the training-PSTH score
 * @param ensemble scores of the rates averaged over the seeds' networks; undefined below two seeds
 * @param ensembleShare psth_r of the ensemble as a share of the training-PSTH score
 * @param overSeeds difference of psth_r to the base, paired by seed
 * @param overNeurons difference of each neuron's psth_r, averaged over the seeds that both arms finished, paired by
 *     neuron id
 * @param convergedEpoch median over seeds of the first epoch with 95 % of the best score
 * @param convergedSeconds median over seeds of the training time until then
 * @param seconds mean time of a whole fit over seeds
 * @param tauE mean time constant of the E units of the selected networks, ms
 * @param meanRate mean rate of the selected networks, sp/s
 * @param implausible seeds with a mean rate outside 1-50 sp/s, with a neuron that a constant rate predicts better, or
 *     that break Dale's law although it is required
 * @param warnings number of seeds with each warning, by code
 */
public record ArmComparison(
        Arm arm,
        List<Long> seeds,
        Map<Long, String> failures,
        Map<ScoreKind, ScoreSpread> scores,
        List<ScoreSpread> compared,
        List<RivalScores> rivals,
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
    /** The spread over seeds of a score of a group of neurons. */
    public ScoreSpread compared(ComparedScore score, NeuronGroup group) {
        return compared.get(ComparedScores.index(score, group));
    }

    /** The spread of psth_r over seeds. */
    public ScoreSpread psthR() {
        return scores.getOrDefault(ScoreKind.PSTH_R, ScoreSpread.of());
    }
}
