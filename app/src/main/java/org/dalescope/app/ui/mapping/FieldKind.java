package org.dalescope.app.ui.mapping;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** How a field of the form is edited. */
sealed interface FieldKind {
    /** One of these. */
    record Choice(List<Option> options) implements FieldKind {}

    /** Any of these words, as a list. */
    record Checks(List<String> words) implements FieldKind {}

    /** A text. */
    record Words() implements FieldKind {}

    /** A number. */
    record Numeral() implements FieldKind {}

    /** A value and how a person reads it. */
    record Option(JsonNode value, String words) {
        static Option of(String value, String words) {
            return new Option(JsonNodeFactory.instance.stringNode(value), words);
        }

        static Option of(double value, String words) {
            return new Option(JsonNodeFactory.instance.numberNode(value), words);
        }

        static Option of(boolean value, String words) {
            return new Option(JsonNodeFactory.instance.booleanNode(value), words);
        }

        /** A list of words, read with commas between. */
        static Option of(List<String> value) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(array::add);
            return new Option(array, String.join(", ", value));
        }

        /** Nothing: it is guessed, or there is none. */
        static Option missing(String words) {
            return new Option(MissingNode.getInstance(), words);
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
