package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A path in a mapping's JSON to the value of a field in the mapping form: keys and list indices from the outside to the
 * inside.
 */
record JsonPlace(List<Object> steps) {
    static JsonPlace of(Object... steps) {
        return new JsonPlace(List.of(steps));
    }

    /** A path below this one. */
    JsonPlace at(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new JsonPlace(List.copyOf(longer));
    }

    /** The value at this path; a missing node if there is none. */
    JsonNode get(JsonNode document) {
        JsonNode at = document;
        for (Object step : steps) {
            at = step instanceof Integer position ? at.path(position) : at.path(String.valueOf(step));
        }
        return at;
    }

    /** Sets the value at this path and creates its parents; a missing node removes the value. */
    void set(ObjectNode document, JsonNode value) {
        JsonNode at = document;
        for (int i = 0; i < steps.size() - 1; i++) {
            JsonNode next = new JsonPlace(List.of(steps.get(i))).get(at);
            if (!next.isContainer()) {
                next = steps.get(i + 1) instanceof Integer
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.objectNode();
                put(at, steps.get(i), next);
            }
            at = next;
        }
        put(at, steps.getLast(), value);
    }

    private static void put(JsonNode in, Object step, JsonNode value) {
        switch (in) {
            case ObjectNode object when value instanceof MissingNode -> object.remove(String.valueOf(step));
            case ObjectNode object -> object.set(String.valueOf(step), value);
            case ArrayNode array when step instanceof Integer position -> putInto(array, position, value);
            default -> throw new IllegalArgumentException(step + " of " + in);
        }
    }

    private static void putInto(ArrayNode array, int position, JsonNode value) {
        if (value instanceof MissingNode) {
            array.remove(position);
            return;
        }
        while (array.size() <= position) {
            array.addNull();
        }
        array.set(position, value);
    }
}
