package org.dalescope.model.suite.emergence;

import java.util.List;
import java.util.Map;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.scoring.ComparedScores.Values;

/**
 * The evidence of one session and the verdict.
 *
 * @param session name of the session's folder in the suite
 * @param trials sealed trials
 * @param scores of the mean rates of every arm's networks on the sealed trials, by arm
 * @param evidence the scores that decide
 * @param factors emergent selectivity by arm
 * @param weightAgreement Pearson's r of the weights from I to E between seeds of the restricted network; it says how
 *     well the data determine single weights, and takes no part in the verdict
 */
public record SessionEmergence(
        String session,
        String name,
        int trials,
        int neurons,
        int seeds,
        Map<String, Values> scores,
        EmergenceScores evidence,
        Map<String, List<EmergentSummary>> factors,
        double weightAgreement,
        EmergenceVerdict verdict,
        List<EmergenceCriterion> criteria) {}
