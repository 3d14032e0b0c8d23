package org.dalescope.model.run.store;

import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.evaluation.TransportDiagnostics;
import org.dalescope.model.scoring.PartScore;
import org.dalescope.model.scoring.SecondaryScore;
import org.dalescope.model.scoring.SecondaryScoreKind;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the secondary scores to {@code scores.json} of a run folder: scores other than r, scores of parts of the
 * trials, and the diagnostics of L_trial.
 */
final class SecondaryScoresJson {
    private static final String TOO_FEW = "too few trials for a jackknife";

    private SecondaryScoresJson() {}

    static void addTo(ObjectNode scores, Evaluation evaluation) {
        evaluation.measures().forEach(m -> measure(scores.putObject(m.kind().key()), m));
        transport(scores.putObject("l_trial"), evaluation);
        ObjectNode parts = scores.putObject("parts");
        parts.put("definition", PartScore.DEFINITION);
        parts.put("standard_error_over", "trials (jackknife)");
        for (PartScore part : evaluation.parts()) {
            ObjectNode by = parts.get(part.by()) instanceof ObjectNode there ? there : parts.putObject(part.by());
            part(by.putObject(part.name()), part);
        }
    }

    private static void measure(ObjectNode node, SecondaryScore measure) {
        boolean matched = measure.kind() == SecondaryScoreKind.TRIAL_MATCHED_R;
        node.put("definition", measure.kind().definition());
        node.put("unit", measure.kind().unit());
        ScoresJson.number(node, "value", measure.value(), measure.undefined());
        ScoresJson.number(node, "e", measure.e(), "no E neuron can be scored");
        ScoresJson.number(node, "i", measure.i(), "no I neuron can be scored");
        ScoresJson.number(
                node,
                "ceiling_training_psth",
                measure.ceilingTrainingPsth(),
                matched ? "a PSTH has no single trials" : "nothing varies on the scored bins");
        ScoresJson.number(
                node,
                "ceiling_split_half",
                measure.ceilingSplitHalf(),
                "not defined for this score; see ceiling_training_psth");
        ScoresJson.number(node, "standard_error", measure.standardError(), TOO_FEW);
        node.put("standard_error_over", matched ? "trials (jackknife over at most 20 groups)" : "trials (jackknife)");
        if (!measure.perNeuron().isEmpty()) {
            ScoresJson.perNeuron(node.putObject("per_neuron"), measure.perNeuron());
        }
    }

    private static void transport(ObjectNode node, Evaluation evaluation) {
        TransportDiagnostics health = evaluation.transport();
        node.put("definition", TransportDiagnostics.DEFINITION);
        node.put("trials", evaluation.trialIds().length);
        node.put("iterations", health.iterations());
        ScoresJson.number(node, "value", health.loss(), health.undefined());
        ScoresJson.number(node, "marginal_error", health.marginalError(), health.undefined());
        ScoresJson.number(node, "sum_p", health.total(), health.undefined());
        ScoresJson.number(node, "effective_matches", health.effectiveMatches(), health.undefined());
    }

    private static void part(ObjectNode node, PartScore part) {
        String none = part.bins() == 0 ? "no bin has 10 valid trials" : "no neuron varies on these bins";
        node.put("trials", part.trials());
        node.put("bins", part.bins());
        ScoresJson.number(node, "psth_r", part.r(), none);
        ScoresJson.number(node, "psth_r_e", part.rE(), none);
        ScoresJson.number(node, "psth_r_i", part.rI(), none);
        ScoresJson.number(node, "psth_r_standard_error", part.standardError(), part.bins() == 0 ? none : TOO_FEW);
        ScoresJson.number(node, "psth_r2_pooled", part.r2Pooled(), none);
        ScoresJson.number(node, "psth_r2_median", part.r2Median(), none);
        ScoresJson.number(node, "bits_per_spike", part.bitsPerSpike(), "no spike on these bins");
    }
}
