package org.dalescope.model.scoring.rival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;

/**
 * The difference of a score between a network and another prediction on the same trials.
 *
 * @param value the network's score minus the other's; NaN if one of them is not defined
 * @param standardError jackknife over the trials, which are left out in both; NaN below 3 trials
 */
public record ScoreDifference(double value, double standardError) {
    /** The half width of a 95 % interval in standard errors. */
    static final double WIDTH = 1.96;

    /**
     * The differences of all scores and groups of neurons of two predictions for the same trials, in the order of their
     * values.
     *
     * @param network the values without each trial, then those of all trials; {@code other} likewise
     */
    public static List<ScoreDifference> between(List<Values> network, List<Values> other) {
        List<ScoreDifference> differences = new ArrayList<>();
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                differences.add(new ScoreDifference(
                        network.getLast().of(score, group) - other.getLast().of(score, group),
                        Jackknife.standardError(
                                network.size() - 1,
                                trial -> network.get(trial).of(score, group)
                                        - other.get(trial).of(score, group))));
            }
        }
        return List.copyOf(differences);
    }

    /** What a difference says about the network. */
    public enum Verdict {
        BETTER,
        NOT_DISTINGUISHABLE,
        WORSE,
        NOT_DEFINED
    }

    /** The lower end of the 95 % interval over trials. */
    public double low() {
        return value - WIDTH * standardError;
    }

    /** The upper end of the 95 % interval over trials. */
    public double high() {
        return value + WIDTH * standardError;
    }

    /** The difference in standard errors. */
    public double z() {
        return value / standardError;
    }

    public Verdict verdict() {
        if (!Double.isFinite(value) || !Double.isFinite(standardError)) {
            return Verdict.NOT_DEFINED;
        }
        return low() > 0 ? Verdict.BETTER : high() < 0 ? Verdict.WORSE : Verdict.NOT_DISTINGUISHABLE;
    }

    /**
     * The verdict in words, such as "better than the linear model by 0.031 (0.012 to 0.050)".
     *
     * @param other the other prediction, with its article
     */
    public String words(String other) {
        return switch (verdict()) {
            case BETTER -> "better than " + other + " by " + size(value, low(), high());
            case WORSE -> "worse than " + other + " by " + size(-value, -high(), -low());
            case NOT_DISTINGUISHABLE ->
                "not distinguishable from " + other
                        + String.format(Locale.ROOT, " (difference %.3f to %.3f)", low(), high());
            case NOT_DEFINED -> "n/a";
        };
    }

    private static String size(double value, double low, double high) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
}
