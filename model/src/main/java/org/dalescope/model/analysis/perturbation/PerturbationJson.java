package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.perturbation.Intervention.Cut;
import org.dalescope.model.analysis.perturbation.Intervention.Drive;
import org.dalescope.model.analysis.perturbation.Intervention.Lesion;
import org.dalescope.model.analysis.perturbation.Intervention.Silence;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.session.TimeWindow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes perturbations as JSON:
 * {@code {"window_ms": [300, 600], "interventions": [{"kind": "silence", "units": "I", "strength": 0.5}]}}.
 */
public final class PerturbationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KINDS = List.of("silence", "drive", "cut", "lesion");

    private PerturbationJson() {}

    /** The JSON that {@link #read} reads. An open end of the window is null. */
    public static ObjectNode of(Perturbation perturbation) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode window = root.putArray("window_ms");
        for (double end : new double[] {
            perturbation.window().fromMs(), perturbation.window().toMs()
        }) {
            if (Double.isFinite(end)) {
                window.add(end);
            } else {
                window.addNull();
            }
        }
        ArrayNode interventions = root.putArray("interventions");
        for (Intervention intervention : perturbation.interventions()) {
            ObjectNode node = interventions.addObject();
            switch (intervention) {
                case Silence(UnitSet units, double strength) ->
                    node.put("kind", "silence").put("units", units.text()).put("strength", strength);
                case Drive(UnitSet units, double current) ->
                    node.put("kind", "drive").put("units", units.text()).put("current", current);
                case Cut(UnitSet from, UnitSet to, double factor) ->
                    node.put("kind", "cut")
                            .put("from", from.text())
                            .put("to", to.text())
                            .put("factor", factor);
                case Lesion(String channel) -> node.put("kind", "lesion").put("channel", channel);
            }
        }
        return root;
    }

    /**
     * Reads a perturbation from JSON text.
     *
     * @throws InputError if the text does not describe a perturbation
     */
    public static Perturbation read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new InputError(
                    "The perturbation is not valid JSON (" + JsonErrorText.of(e) + "). Correct it, or use options"
                            + " instead.",
                    e);
        }
        List<Intervention> interventions = new ArrayList<>();
        root.path("interventions").forEach(node -> interventions.add(intervention(node)));
        JsonNode window = root.path("window_ms");
        return new Perturbation(
                new TimeWindow(
                        end(window.path(0), Double.NEGATIVE_INFINITY), end(window.path(1), Double.POSITIVE_INFINITY)),
                List.copyOf(interventions));
    }

    private static Intervention intervention(JsonNode node) {
        String kind = word(node, "kind");
        return switch (kind) {
            case "silence" -> new Silence(UnitSetParser.of(word(node, "units")), number(node, "strength"));
            case "drive" -> new Drive(UnitSetParser.of(word(node, "units")), number(node, "current"));
            case "cut" ->
                new Cut(
                        UnitSetParser.of(word(node, "from")),
                        UnitSetParser.of(word(node, "to")),
                        number(node, "factor"));
            case "lesion" -> new Lesion(word(node, "channel"));
            default ->
                throw new InputError("'" + kind + "' is not a kind of intervention" + NearestName.hint(kind, KINDS)
                        + ". Choose from: " + String.join(", ", KINDS) + ".");
        };
    }

    private static double end(JsonNode node, double open) {
        if (node.isMissingNode() || node.isNull()) {
            return open;
        }
        if (!node.isNumber()) {
            throw new InputError("window_ms of the perturbation must have two entries that are numbers or null, such as"
                    + " [300, 600].");
        }
        return node.asDouble();
    }

    private static String word(JsonNode node, String key) {
        if (!node.path(key).isString()) {
            throw new InputError(
                    "The intervention " + node + " of the perturbation has no text '" + key + "': add it.");
        }
        return node.path(key).asString();
    }

    private static double number(JsonNode node, String key) {
        if (!node.path(key).isNumber()) {
            throw new InputError(
                    "The intervention " + node + " of the perturbation has no number '" + key + "': add it.");
        }
        return node.path(key).asDouble();
    }
}
