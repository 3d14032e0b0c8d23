package org.dalescope.app.ui.mapping;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** The kind of editor of a field in the mapping form. */
sealed interface FieldKind {
    /** A choice of one option. */
    record Choice(List<Option> options) implements FieldKind {}

    /** Any number of these words, as a list. */
    record Checks(List<String> words) implements FieldKind {}

    /** A text. */
    record Words() implements FieldKind {}

    /** A number. */
    record Numeral() implements FieldKind {}

    /**
     * A threshold among values, shown as a histogram.
     *
     * @param start the threshold if the mapping gives none
     */
    record Threshold(List<Double> values, double start) implements FieldKind {}

    /** A value and its label. */
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

        /** An option for a list of words, shown with commas between them. */
        static Option of(List<String> value) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(array::add);
            return new Option(array, String.join(", ", value));
        }

        /** An option without a value: the value is guessed or absent. */
        static Option missing(String words) {
            return new Option(MissingNode.getInstance(), words);
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
