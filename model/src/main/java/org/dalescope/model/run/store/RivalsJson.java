package org.dalescope.model.run.store;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.scoring.rival.ScoreDifference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the scores of the rivals in {@code scores.json} of a run folder. */
public final class RivalsJson {
    private static final String NAME = "rivals";
    /** What the intervals of differences are over, unless a caller says otherwise. */
    public static final String OVER = "trials (jackknife, paired)";

    private RivalsJson() {}

    static void addTo(ObjectNode root, List<RivalScores> rivals) {
        ObjectNode node = root.putObject(NAME);
        for (RivalScores rival : rivals) {
            ObjectNode own = node.putObject(rival.rival().key());
            own.put("label", rival.rival().label());
            own.put("definition", rival.rival().definition());
            own.put("chosen", rival.chosen());
            addScores(own, rival.values());
            addDifferences(
                    own, "difference_", rival.differences(), rival.rival().label(), OVER);
        }
    }

    /** Adds an object for each score with its value for all neurons, E and I. */
    public static void addScores(ObjectNode node, Values values) {
        for (ComparedScore score : ComparedScore.values()) {
            ObjectNode own = node.withObject("/" + score.key());
            for (NeuronGroup group : NeuronGroup.values()) {
                String name = group == NeuronGroup.ALL ? "value" : group.key();
                ScoresJson.number(own, name, values.of(score, group), reason(score, group));
            }
        }
    }

    /**
     * Adds the differences to the objects of the scores.
     *
     * @param prefix start of the names, which end in the group of neurons
     * @param other what the network is compared with
     * @param over what the standard error is over
     */
    public static void addDifferences(
            ObjectNode node, String prefix, List<ScoreDifference> differences, String other, String over) {
        for (ComparedScore score : ComparedScore.values()) {
            ObjectNode own = node.withObject("/" + score.key());
            for (NeuronGroup group : NeuronGroup.values()) {
                difference(own.putObject(prefix + group.key()), RivalScores.of(differences, score, group), other, over);
            }
        }
    }

    private static String reason(ComparedScore score, NeuronGroup group) {
        return group == NeuronGroup.ALL ? score.undefined() : "no " + group.member() + " can be scored";
    }

    private static void difference(ObjectNode node, ScoreDifference difference, String other, String over) {
        ScoresJson.number(node, "value", difference.value(), "one of the two scores is not defined");
        ScoresJson.number(node, "standard_error", difference.standardError(), "too few trials, or not defined");
        node.put("standard_error_over", over);
        ScoresJson.number(node, "low", difference.low(), "not defined");
        ScoresJson.number(node, "high", difference.high(), "not defined");
        node.put("words", difference.words(other));
    }

    /** The rivals' scores in a run folder; empty if it has no scores, or scores of an earlier version. */
    public static List<RivalScores> read(RunFolder run) {
        if (!Files.isRegularFile(run.scoresJson())) {
            return List.of();
        }
        JsonNode node = ScoresJson.tree(run.scoresJson()).path(NAME);
        List<RivalScores> rivals = new ArrayList<>();
        for (Rival rival : Rival.values()) {
            JsonNode own = node.path(rival.key());
            if (!own.isMissingNode()) {
                rivals.add(rival(rival, own));
            }
        }
        return List.copyOf(rivals);
    }

    private static RivalScores rival(Rival rival, JsonNode own) {
        List<ScoreDifference> differences = new ArrayList<>();
        for (ComparedScore score : ComparedScore.values()) {
            JsonNode scored = own.path(score.key());
            for (NeuronGroup group : NeuronGroup.values()) {
                JsonNode difference = scored.path("difference_" + group.key());
                differences.add(new ScoreDifference(
                        difference.path("value").asDouble(Double.NaN),
                        difference.path("standard_error").asDouble(Double.NaN)));
            }
        }
        return new RivalScores(rival, own.path("chosen").asString(""), values(own), differences);
    }

    /** The values of all scores in an object with an object for each score. */
    static Values values(JsonNode scores) {
        double[] values = new double[ComparedScores.count()];
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                String name = group == NeuronGroup.ALL ? "value" : group.key();
                values[ComparedScores.index(score, group)] =
                        scores.path(score.key()).path(name).asDouble(Double.NaN);
            }
        }
        return Values.of(values);
    }
}
