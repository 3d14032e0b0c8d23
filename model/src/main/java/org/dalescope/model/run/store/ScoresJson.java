package org.dalescope.model.run.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.curation.ExclusionCounts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the scores of a run as JSON, in the file {@code scores.json} of a run folder and for {@code evaluate
 * --json}. A value that is not defined is null and has a reason next to it.
 */
public final class ScoresJson {
    private static final String READ_OUT = "readout_r2";
    private static final String PER_TARGET = "per_target";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ScoresJson() {}

    public static ObjectNode of(Evaluation evaluation) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("partition", evaluation.partition().key());
        root.put("trials", evaluation.trialIds().length);
        root.put("networks", evaluation.noiseSeeds().size());
        root.put("noise_seed", evaluation.noiseSeeds().getFirst());
        ArrayNode seeds = root.putArray("noise_seeds");
        evaluation.noiseSeeds().forEach(seeds::add);
        ExclusionCounts out = evaluation.leftOut();
        ObjectNode leftOut = root.putObject("left_out");
        leftOut.put("neurons", out.neurons());
        leftOut.put("trials", out.trials());
        leftOut.put("aborted_trials", out.abortedTrials());
        leftOut.put("perturbed_trials", out.perturbedTrials());
        leftOut.put("channels", out.channels());
        leftOut.put("retyped_neurons", out.retyped());
        ObjectNode scores = root.putObject("scores");
        evaluation.scores().forEach(score -> scores.set(score.kind().key(), score(score)));
        SecondaryScoresJson.addTo(scores, evaluation);
        RivalsJson.addTo(root, evaluation.rivals());
        if (!evaluation.readOuts().isEmpty()) {
            readOuts(root.putObject(READ_OUT), evaluation.readOuts());
        }
        ObjectNode rates = root.putObject("rates");
        rates.put("unit", "sp/s");
        rates.put("mean", evaluation.meanRate());
        rates.put("min", Arrays.stream(evaluation.meanRates()).min().orElse(0));
        rates.put("max", Arrays.stream(evaluation.meanRates()).max().orElse(0));
        rates.put("plausible", evaluation.plausible());
        ArrayNode worse = rates.putArray("worse_than_constant_rate");
        evaluation.worseThanConstant().forEach(worse::add);
        root.putObject("dale").put("holds", evaluation.dale());
        ArrayNode warnings = root.putArray("warnings");
        evaluation.warnings().forEach(finding -> warnings.add(finding(finding)));
        return root;
    }

    public static void write(Path file, Evaluation evaluation) {
        AtomicFile.write(file, text(evaluation));
    }

    /** Writes the scores of a run, whose folder must exist. */
    public static void write(RunFolder run, Evaluation evaluation) {
        AtomicFile.writeInside(run.scoresJson(), text(evaluation));
    }

    private static String text(Evaluation evaluation) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(evaluation)) + "\n";
    }

    /**
     * The scores in a run folder; empty if it has none yet.
     *
     * @throws InputError if the file is damaged
     */
    public static List<Score> read(RunFolder run) {
        return read(run.scoresJson());
    }

    /** The scores in a file; empty if the file does not exist. */
    public static List<Score> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        JsonNode scores = tree(file).path("scores");
        return Arrays.stream(ScoreKind.values())
                .map(kind -> score(kind, scores.path(kind.key())))
                .toList();
    }

    /**
     * The plausibility of a scored network.
     *
     * @param meanRate of the recorded neurons, sp/s
     * @param plausible whether this rate is between 1 and 50 sp/s
     * @param dale whether Dale's law holds
     */
    public record Health(double meanRate, boolean plausible, boolean dale) {}

    /** Reads the plausibility of a network from {@code scores.json}. */
    public static Health readHealth(RunFolder run) {
        JsonNode root = tree(run.scoresJson());
        JsonNode rates = root.path("rates");
        return new Health(
                rates.path("mean").asDouble(Double.NaN),
                rates.path("plausible").asBoolean(false),
                root.path("dale").path("holds").asBoolean(false));
    }

    /** The scores of a run that are compared with those of rivals; NaN if it has no scores yet. */
    public static ComparedScores.Values readCompared(RunFolder run) {
        JsonNode scores = Files.isRegularFile(run.scoresJson())
                ? tree(run.scoresJson()).path("scores")
                : MAPPER.createObjectNode();
        return RivalsJson.values(scores);
    }

    /** The scores of the read-out in a run folder; empty if it has no read-out or no scores yet. */
    public static List<ReadOutScore> readReadOuts(RunFolder run) {
        if (!Files.isRegularFile(run.scoresJson())) {
            return List.of();
        }
        return tree(run.scoresJson()).path(READ_OUT).path(PER_TARGET).properties().stream()
                .map(e -> new ReadOutScore(e.getKey(), e.getValue().asDouble(Double.NaN)))
                .toList();
    }

    private static void readOuts(ObjectNode node, List<ReadOutScore> scores) {
        node.put("definition", ReadOutScore.DEFINITION);
        ObjectNode perTarget = node.putObject(PER_TARGET);
        for (ReadOutScore score : scores) {
            if (Double.isNaN(score.r2())) {
                perTarget.putNull(score.target());
                node.put(score.target() + "_reason", "the target does not vary on the scored bins");
            } else {
                perTarget.put(score.target(), score.r2());
            }
        }
    }

    static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JacksonException e) {
            throw UnreadableRunReason.of(file, file + " is damaged. Evaluate the run again.", e);
        }
    }

    private static Score score(ScoreKind kind, JsonNode node) {
        return new Score(
                kind,
                node.path("value").asDouble(Double.NaN),
                node.path("e").asDouble(Double.NaN),
                node.path("i").asDouble(Double.NaN),
                node.path("ceiling_training_psth").asDouble(Double.NaN),
                node.path("ceiling_split_half").asDouble(Double.NaN),
                node.path("normalised").asDouble(Double.NaN),
                node.path("standard_error").asDouble(Double.NaN),
                node.path("neuron_spread").asDouble(Double.NaN),
                node.path("unscorable_neurons").asInt(0),
                byNeuron(node.path("per_neuron")),
                byNeuron(node.path("ceiling_per_neuron")));
    }

    private static Map<Integer, Double> byNeuron(JsonNode node) {
        Map<Integer, Double> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(id(entry.getKey()), entry.getValue().asDouble(Double.NaN));
        }
        return values;
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' in scores.json is not the id of a neuron. Evaluate the run again.", e);
        }
    }

    /** A finding as JSON. */
    public static ObjectNode finding(Finding finding) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("code", finding.code());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        node.put("text", finding.text());
        node.put("meaning", finding.meaning());
        finding.remedy()
                .ifPresentOrElse(remedy -> remedy(node.putObject("remedy"), remedy), () -> node.putNull("remedy"));
        return node;
    }

    private static void remedy(ObjectNode node, Remedy remedy) {
        node.put("setting", remedy.setting());
        node.put("value", remedy.value());
        node.put("adds", remedy.adds());
        node.put("label", remedy.label());
    }

    private static ObjectNode score(Score score) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("definition", score.kind().definition());
        number(node, "value", score.value(), "no neuron varies on the scored bins");
        number(node, "median", score.median(), "no neuron varies on the scored bins");
        number(node, "e", score.e(), "no E neuron can be scored");
        number(node, "i", score.i(), "no I neuron can be scored");
        number(node, "ceiling_training_psth", score.ceilingTrainingPsth(), "no neuron varies on the scored bins");
        number(node, "share_of_training_psth", score.shareOfTraining(), CeilingShare.REASON);
        number(node, "ceiling_split_half", score.ceilingSplitHalf(), "too few trials to halve");
        number(node, "normalised", score.normalised(), "no neuron's reliability exceeds 0.1");
        node.put("unscorable_neurons", score.unscorableNeurons());
        number(node, "standard_error", score.standardError(), "too few trials for a jackknife");
        node.put("standard_error_over", "trials (jackknife)");
        number(node, "neuron_spread", score.neuronSpread(), "fewer than two neurons can be scored");
        perNeuron(node.putObject("per_neuron"), score.perNeuron());
        perNeuron(node.putObject("ceiling_per_neuron"), score.ceilingPerNeuron());
        return node;
    }

    static void perNeuron(ObjectNode node, Map<Integer, Double> values) {
        values.forEach((id, value) -> {
            if (Double.isNaN(value)) {
                node.putNull(Integer.toString(id));
            } else {
                node.put(Integer.toString(id), value);
            }
        });
    }

    public static void number(ObjectNode node, String name, double value, String reason) {
        if (Double.isNaN(value)) {
            node.putNull(name);
            node.put(name + "_reason", reason);
        } else {
            node.put(name, value);
        }
    }
}
