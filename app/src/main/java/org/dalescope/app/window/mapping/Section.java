package org.dalescope.app.window.mapping;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the form.
 *
 * @param changes what adds to the mapping or takes away from it
 */
record Section(String title, List<Field> fields, List<Change> changes) {
    /** A change on a button. */
    record Change(String id, String words, Consumer<ObjectNode> act) {}

    Section(String title, List<Field> fields) {
        this(title, fields, List.of());
    }
}
