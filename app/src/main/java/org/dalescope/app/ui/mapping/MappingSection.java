package org.dalescope.app.ui.mapping;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the form.
 *
 * @param changes what adds to the mapping or takes away from it
 */
record MappingSection(String title, List<MappingField> fields, List<Change> changes) {
    /** A change on a button. */
    record Change(String id, String words, Consumer<ObjectNode> act) {}

    MappingSection(String title, List<MappingField> fields) {
        this(title, fields, List.of());
    }
}
