package org.dalescope.app.window.mapping;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** How a field of the form is edited. */
sealed interface Editor {
    /** One of these. */
    record Choice(List<Option> options) implements Editor {}

    /** Any of these words, as a list. */
    record Checks(List<String> words) implements Editor {}

    /** A text. */
    record Words() implements Editor {}

    /** A number. */
    record Numeral() implements Editor {}

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
