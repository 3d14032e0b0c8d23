package org.dalescope.app.ui.mapping;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of the mapping form that the user can change.
 *
 * @param id a unique id by which style sheets and tests find the control
 * @param get reads the value from the mapping's JSON; a missing node if there is none
 * @param set writes a new value
 */
record MappingField(
        String id,
        String label,
        String help,
        FieldKind editor,
        Function<ObjectNode, JsonNode> get,
        BiConsumer<ObjectNode, JsonNode> set) {
    /** A field for the value at a path. */
    static MappingField at(JsonPlace place, String label, String help, FieldKind editor) {
        String id = "map-"
                + String.join("-", place.steps().stream().map(String::valueOf).toList());
        return new MappingField(id.replaceAll("[^A-Za-z0-9-]", "_"), label, help, editor, place::get, place::set);
    }

    /** The same field, whose changes also remove other values that are no longer true. */
    MappingField forgetting(JsonPlace... others) {
        return new MappingField(id, label, help, editor, get, (document, value) -> {
            set.accept(document, value);
            Arrays.stream(others)
                    .filter(other -> !other.get(document).isMissingNode())
                    .forEach(other -> other.set(document, MissingNode.getInstance()));
        });
    }

    /** The same field, whose changes are followed by another change of the mapping. */
    MappingField then(Consumer<ObjectNode> further) {
        return new MappingField(id, label, help, editor, get, (document, value) -> {
            set.accept(document, value);
            further.accept(document);
        });
    }

    /** Whether the user types the value letter by letter. */
    boolean isTyped() {
        return editor instanceof FieldKind.Words || editor instanceof FieldKind.Numeral;
    }
}
