package org.dalescope.model.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.math.stats.Stouffer;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.ScoreDifference;

/**
 * The judgements of several sessions as one result. The unit is the session: differences are averaged over sessions,
 * and scores of neurons of different sessions are never pooled.
 *
 * @param rows one per compared prediction, score and group of neurons
 */
public record PooledJudgement(List<Judgement> sessions, List<Row> rows) {
    /**
     * What all sessions say about one comparison.
     *
     * @param other the prediction that the network is compared with
     * @param perSession the network minus the other, in the order of the sessions
     * @param mean over sessions
     * @param test Stouffer's method over the sessions' differences, each divided by its standard error over trials
     */
    public record Row(
            String other,
            String label,
            ComparedScore score,
            NeuronGroup group,
            List<ScoreDifference> perSession,
            MeanOverSessions mean,
            Stouffer test) {

        static Row of(
                String other, String label, ComparedScore score, NeuronGroup group, List<ScoreDifference> perSession) {
            return new Row(
                    other,
                    label,
                    score,
                    group,
                    perSession,
                    MeanOverSessions.of(perSession.stream()
                            .mapToDouble(ScoreDifference::value)
                            .toArray()),
                    Stouffer.of(perSession.stream()
                            .filter(one -> one.standardError() > 0)
                            .mapToDouble(ScoreDifference::z)
                            .toArray()));
        }
    }

    /** The result of several sessions that were judged with the same networks. */
    public static PooledJudgement of(List<Judgement> sessions) {
        List<Row> rows = new ArrayList<>();
        for (JudgedScores other : sessions.getFirst().others()) {
            for (ComparedScore score : ComparedScore.values()) {
                for (NeuronGroup group : NeuronGroup.values()) {
                    List<ScoreDifference> perSession = sessions.stream()
                            .flatMap(session -> session.other(other.key()).stream())
                            .map(own -> own.difference(score, group))
                            .toList();
                    rows.add(Row.of(other.key(), other.label(), score, group, perSession));
                }
            }
        }
        return new PooledJudgement(List.copyOf(sessions), List.copyOf(rows));
    }

    /** The comparison of all neurons with a prediction in a score. */
    public Row row(String other, ComparedScore score) {
        return rows.stream()
                .filter(row -> row.other().equals(other) && row.score() == score && row.group() == NeuronGroup.ALL)
                .findFirst()
                .orElseThrow();
    }

    /** One sentence per question, from the likelihood. */
    public List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(row(Rival.LINEAR_MODEL.key(), ComparedScore.BITS_PER_SPIKE)));
        for (JudgedNetwork network : JudgedNetwork.values()) {
            boolean judged = sessions.getFirst().other(network.key()).isPresent();
            if (judged) {
                sentences.add(sentence(row(network.key(), ComparedScore.BITS_PER_SPIKE)));
            }
        }
        return List.copyOf(sentences);
    }

    private static String sentence(Row row) {
        MeanOverSessions mean = row.mean();
        if (mean.sessions() < 2) {
            return "The difference to " + row.label()
                    + " is defined in fewer than two sessions, so there is no mean over" + " sessions.";
        }
        String verdict = !(mean.low() > 0) && !(mean.high() < 0)
                ? "is not distinguishable from "
                : mean.low() > 0 ? "is better than " : "is worse than ";
        return String.format(
                Locale.ROOT,
                "Over %d sessions, the network %s%s: %.3f bits/spike (95 %% over sessions %.3f to %.3f; Stouffer's z"
                        + " %.1f, p %.2g).",
                mean.sessions(),
                verdict,
                row.label(),
                mean.mean(),
                mean.low(),
                mean.high(),
                row.test().z(),
                row.test().p());
    }
}
