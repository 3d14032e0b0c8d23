package org.dalescope.model.suite.emergence;

import java.util.List;
import java.util.Locale;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.math.stats.Stouffer;
import org.dalescope.model.scoring.rival.ScoreDifference;

/**
 * What recurrence adds over sessions, with the session as the unit: every session has one difference, whatever its
 * number of trials and neurons.
 *
 * @param sessions with a defined difference
 * @param mean difference in bits per spike
 * @param low of Student's 95 % interval over sessions; NaN for one session
 * @param high of the interval
 * @param z of Stouffer's method, from every session's difference divided by its standard error over trials
 * @param p two-sided
 */
public record PooledEmergence(int sessions, double mean, double low, double high, double z, double p) {
    static PooledEmergence of(List<SessionEmergence> answers) {
        List<ScoreDifference> defined = answers.stream()
                .map(one -> one.evidence().recurrence())
                .filter(difference -> difference.standardError() > 0)
                .toList();
        MeanOverSessions over = MeanOverSessions.of(
                defined.stream().mapToDouble(ScoreDifference::value).toArray());
        Stouffer test =
                Stouffer.of(defined.stream().mapToDouble(ScoreDifference::z).toArray());
        return new PooledEmergence(over.sessions(), over.mean(), over.low(), over.high(), test.z(), test.p());
    }

    /** The result in a sentence. */
    public String sentence(List<SessionEmergence> answers) {
        if (sessions < 2) {
            return "What recurrence adds is defined in fewer than two sessions, so there is no mean over sessions.";
        }
        return String.format(
                Locale.ROOT,
                "Over %d sessions, recurrence adds %.3f bits/spike (95 %% over sessions %.3f to %.3f; Stouffer's z %.1f,"
                        + " p %.2g). Verdicts: %d recurrence, %d inputs, %d cannot tell.",
                sessions,
                mean,
                low,
                high,
                z,
                p,
                count(answers, EmergenceVerdict.RECURRENCE),
                count(answers, EmergenceVerdict.INPUTS),
                count(answers, EmergenceVerdict.CANNOT_TELL));
    }

    private static long count(List<SessionEmergence> answers, EmergenceVerdict verdict) {
        return answers.stream().filter(one -> one.verdict() == verdict).count();
    }
}
