package org.dalescope.model.judge;

import java.nio.file.Path;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.store.RivalsJson;
import org.dalescope.model.scoring.ComparedScore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a judgement as JSON, the file {@code judgement.json} of its folder. */
public final class JudgementJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JudgementJson() {}

    public static ObjectNode of(Judgement judgement) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("session", judgement.sessionName());
        root.put("preset", judgement.preset());
        root.put("trials", judgement.trials());
        root.put("neurons", judgement.neurons());
        root.put("folds", judgement.folds());
        ArrayNode seeds = root.putArray("seeds");
        judgement.seeds().forEach(seeds::add);
        ArrayNode verdict = root.putArray("verdict");
        judgement.verdict().forEach(verdict::add);
        ArrayNode worse = root.putArray("worse_than_constant_rate");
        judgement.worseThanConstant().forEach(worse::add);
        root.put("undone_epochs", judgement.undoneEpochs());
        ObjectNode definitions = root.putObject("definitions");
        for (ComparedScore score : ComparedScore.values()) {
            definitions.put(score.key(), score.definition());
        }
        ObjectNode scores = root.putObject("predictions");
        add(scores, judgement.network());
        judgement.others().forEach(other -> add(scores, other));
        root.put("command", judgement.command());
        return root;
    }

    public static void write(Path file, Judgement judgement) {
        AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(judgement)) + "\n");
    }

    private static void add(ObjectNode scores, JudgedScores own) {
        ObjectNode node = scores.putObject(own.key());
        node.put("label", own.label());
        node.put("definition", own.definition());
        RivalsJson.addScores(node, own.values());
        if (!own.overTrials().isEmpty()) {
            RivalsJson.addDifferences(node, "difference_", own.overTrials(), own.label(), RivalsJson.OVER);
            RivalsJson.addDifferences(node, "difference_over_neurons_", own.overNeurons(), own.label(), "neurons");
        }
        ArrayNode folds = node.putArray("folds");
        own.perFold().forEach(values -> RivalsJson.addScores(folds.addObject(), values));
    }
}
