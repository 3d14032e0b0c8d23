package org.dalescope.model.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.ScoreDifference;

/** Says in sentences what a judgement shows: about the simplest rivals, the recurrence and Dale's law. */
final class JudgeVerdict {
    private static final List<ComparedScore> ASKED =
            List.of(ComparedScore.BITS_PER_SPIKE, ComparedScore.R2_POOLED, ComparedScore.PSTH_R);

    private JudgeVerdict() {}

    static List<String> of(List<JudgedScores> others, List<Integer> worseThanConstant) {
        List<String> sentences = new ArrayList<>();
        for (JudgedScores other : others) {
            if (other.key().equals(Rival.LINEAR_MODEL.key())) {
                sentences.addFirst(rivals(other));
            } else if (other.key().equals(JudgedNetwork.WITHOUT_RECURRENCE.key())) {
                sentences.add(recurrence(other));
            } else if (other.key().equals(JudgedNetwork.WITHOUT_DALE.key())) {
                sentences.add(dale(other));
            }
        }
        if (!worseThanConstant.isEmpty()) {
            sentences.add("A constant rate predicts " + worseThanConstant.size()
                    + (worseThanConstant.size() == 1 ? " neuron" : " neurons") + " better than the network does: "
                    + String.join(
                            ", ",
                            worseThanConstant.stream().map(String::valueOf).toList())
                    + ". Do not draw conclusions about them.");
        }
        return List.copyOf(sentences);
    }

    private static String rivals(JudgedScores linear) {
        List<String> better = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> undefined = new ArrayList<>();
        for (ComparedScore score : ASKED) {
            ScoreDifference difference = linear.difference(score, NeuronGroup.ALL);
            switch (difference.verdict()) {
                case BETTER -> better.add(size(score, difference));
                case WORSE -> worse.add(size(score, difference));
                case NOT_DISTINGUISHABLE -> same.add(name(score));
                case NOT_DEFINED -> undefined.add(name(score));
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, "better than the linear model in ", better);
        add(parts, "worse than the linear model in ", worse);
        add(parts, "not distinguishable from the linear model in ", same);
        add(parts, "not comparable with it in ", undefined);
        return "On sealed trials, the network is " + String.join("; it is ", parts) + ".";
    }

    private static void add(List<String> parts, String words, List<String> scores) {
        if (!scores.isEmpty()) {
            parts.add(words + String.join(" and ", scores));
        }
    }

    /** What recurrence adds is decided by the likelihood, the most sensitive score; the interval is over trials. */
    private static String recurrence(JudgedScores without) {
        ScoreDifference bits = without.difference(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
        return switch (bits.verdict()) {
            case BETTER -> "Recurrence adds " + amount(bits) + ".";
            case WORSE ->
                "Recurrence adds nothing on these trials: the network without it is better by " + amount(negative(bits))
                        + ".";
            case NOT_DISTINGUISHABLE ->
                "Recurrence adds nothing that these trials can show: the difference is " + interval(bits) + ".";
            case NOT_DEFINED -> "What recurrence adds cannot be said: the likelihood is not defined on these trials.";
        };
    }

    private static String dale(JudgedScores without) {
        ScoreDifference bits = without.difference(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
        return switch (bits.verdict()) {
            case BETTER ->
                "Dale's law costs nothing on these trials: the network with it is better by " + amount(bits) + ".";
            case WORSE -> "Dale's law costs " + amount(negative(bits)) + ".";
            case NOT_DISTINGUISHABLE ->
                "Dale's law costs nothing that these trials can show: the difference is " + interval(bits) + ".";
            case NOT_DEFINED -> "What Dale's law costs cannot be said: the likelihood is not defined on these trials.";
        };
    }

    private static ScoreDifference negative(ScoreDifference difference) {
        return new ScoreDifference(-difference.value(), difference.standardError());
    }

    private static String amount(ScoreDifference bits) {
        return String.format(Locale.ROOT, "%.3f bits/spike (%.3f to %.3f)", bits.value(), bits.low(), bits.high());
    }

    private static String interval(ScoreDifference bits) {
        return String.format(Locale.ROOT, "%.3f to %.3f bits/spike", bits.low(), bits.high());
    }

    private static String size(ComparedScore score, ScoreDifference difference) {
        ScoreDifference size = difference.value() < 0 ? negative(difference) : difference;
        return String.format(
                Locale.ROOT, "%s by %.3f (%.3f to %.3f)", name(score), size.value(), size.low(), size.high());
    }

    private static String name(ComparedScore score) {
        return switch (score) {
            case PSTH_R -> "psth_r";
            case R2_POOLED -> "R2";
            case R2_MEDIAN -> "median R2";
            case BITS_PER_SPIKE -> "bits/spike";
        };
    }
}
