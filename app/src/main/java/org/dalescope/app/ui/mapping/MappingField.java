package org.dalescope.app.ui.mapping;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing of a mapping that a person can change.
 *
 * @param id tells it from the others; style sheets and robots find its control by it
 * @param get what the mapping's JSON says; a missing node where it says nothing
 * @param set says something else
 */
record MappingField(
        String id,
        String label,
        String help,
        FieldKind editor,
        Function<ObjectNode, JsonNode> get,
        BiConsumer<ObjectNode, JsonNode> set) {
    /** What stands at a place. */
    static MappingField at(JsonPlace place, String label, String help, FieldKind editor) {
        String id = "map-"
                + String.join("-", place.steps().stream().map(String::valueOf).toList());
        return new MappingField(id.replaceAll("[^A-Za-z0-9-]", "_"), label, help, editor, place::get, place::set);
    }

    /** The same, where a change takes away what was said elsewhere and is no longer true. */
    MappingField forgetting(JsonPlace... others) {
        return new MappingField(id, label, help, editor, get, (document, value) -> {
            set.accept(document, value);
            Arrays.stream(others)
                    .filter(other -> !other.get(document).isMissingNode())
                    .forEach(other -> other.set(document, MissingNode.getInstance()));
        });
    }

    /** The same, where an empty list says as much as nothing. */
    MappingField withoutEmpty() {
        return new MappingField(id, label, help, editor, get, (document, value) -> {
            boolean empty = value.isArray() && value.isEmpty();
            set.accept(document, empty ? MissingNode.getInstance() : value);
        });
    }

    /** Whether it is typed, letter by letter. */
    boolean isTyped() {
        return editor instanceof FieldKind.Words || editor instanceof FieldKind.Numeral;
    }
}
