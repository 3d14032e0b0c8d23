package org.dalescope.app.ui.mapping;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A section of the mapping form.
 *
 * @param changes the buttons that add to the mapping or remove from it
 */
record MappingSection(String title, List<MappingField> fields, List<Change> changes) {
    /** A change of the mapping that a button makes. */
    record Change(String id, String words, Consumer<ObjectNode> act) {}

    MappingSection(String title, List<MappingField> fields) {
        this(title, fields, List.of());
    }
}
