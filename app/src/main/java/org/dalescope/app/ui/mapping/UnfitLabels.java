package org.dalescope.app.ui.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileContents.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Removes the labels from a mapping of arrays whose lengths do not fit the axes of the activity. */
final class UnfitLabels {
    private static final JsonPlace ACTIVITY = JsonPlace.of("activity", "variable");
    private static final JsonPlace AXES = JsonPlace.of("activity", "axes");
    private static final JsonPlace FACTORS = JsonPlace.of("trials", "factors");
    private static final JsonPlace INPUTS = JsonPlace.of("inputs");
    private static final Map<String, List<JsonPlace>> VECTORS = Map.of(
            "neuron",
            List.of(JsonPlace.of("neurons", "ids"), JsonPlace.of("neurons", "types"), JsonPlace.of("neurons", "areas")),
            "trial",
            List.of(JsonPlace.of("trials", "ids"), JsonPlace.of("trials", "durations")));

    private final FileContents.Arrays contents;
    private final ObjectNode document;
    private final Map<String, Integer> lengths = new HashMap<>();

    private UnfitLabels(FileContents.Arrays contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
        List<Integer> shape = entry(ACTIVITY.get(document)).map(Entry::shape).orElse(List.of());
        JsonNode axes = AXES.get(document);
        for (int i = 0; i < shape.size() && i < axes.size(); i++) {
            lengths.put(axes.get(i).asString(""), shape.get(i));
        }
    }

    /** The change that removes such labels. */
    static Consumer<ObjectNode> of(FileContents.Arrays contents) {
        return document -> new UnfitLabels(contents, document).remove();
    }

    private void remove() {
        VECTORS.forEach((axis, places) -> places.stream()
                .filter(place -> !fits(place.get(document), axis))
                .forEach(place -> place.set(document, MissingNode.getInstance())));
        removeItems(FACTORS);
        removeItems(INPUTS);
    }

    /** Removes the items of a list from its end, so that the places of the others stay. */
    private void removeItems(JsonPlace list) {
        for (int i = list.get(document).size() - 1; i >= 0; i--) {
            JsonNode item = list.get(document).get(i);
            boolean signal = item.has("axes") && !item.path("axes").isEmpty();
            boolean fits = signal ? signalFits(item) : fits(item.path("variable"), "trial");
            if (!fits) {
                list.at(i).set(document, MissingNode.getInstance());
            }
        }
    }

    private boolean signalFits(JsonNode input) {
        List<Integer> shape = entry(input.path("variable")).map(Entry::shape).orElse(List.of());
        for (int i = 0; i < shape.size() && i < input.path("axes").size(); i++) {
            Integer wanted = lengths.get(input.path("axes").get(i).asString(""));
            if (wanted != null && !wanted.equals(shape.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(JsonNode variable, String axis) {
        Integer wanted = lengths.get(axis);
        int length = entry(variable)
                .map(entry -> entry.shape().stream().reduce(1, (a, b) -> a * b))
                .orElse(-1);
        return wanted == null || length < 0 || length == wanted;
    }

    private Optional<Entry> entry(JsonNode variable) {
        return contents.variable(variable.asString(""));
    }
}
