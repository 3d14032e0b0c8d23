package org.dalescope.model.settings.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a setting's description that says when it has no effect: a condition on other settings, such as {@code
 * loss.trial.matching=exact}.
 *
 * @param terms the comparisons, all of which must hold
 * @param note the reason, if the terms alone do not explain it; may be empty
 */
public record NoEffectCondition(List<Term> terms, String note) {
    private static final Pattern TERM = Pattern.compile("([a-z0-9_.]+)(!=|=|<|>)(.*)");

    /**
     * A comparison of a setting with a value.
     *
     * @param relation =, !=, &lt; or &gt;
     * @param value the value, written as on the command line
     */
    public record Term(String key, String relation, String value) {
        static Term parse(String text) {
            Matcher parts = TERM.matcher(text.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a condition: " + text);
            }
            return new Term(parts.group(1), parts.group(2), parts.group(3));
        }

        boolean holds(Map<String, String> texts) {
            String text = texts.get(key);
            if (text == null) {
                throw new IllegalArgumentException("there is no setting " + key);
            }
            return switch (relation) {
                case "=" -> text.equals(value);
                case "!=" -> !text.equals(value);
                case "<" -> Double.parseDouble(text) < Double.parseDouble(value);
                default -> Double.parseDouble(text) > Double.parseDouble(value);
            };
        }

        String words() {
            if (value.isEmpty()) {
                return key + (relation.equals("=") ? " is empty" : " is given");
            }
            return key
                    + switch (relation) {
                        case "=" -> " is ";
                        case "!=" -> " is not ";
                        case "<" -> " is below ";
                        default -> " is above ";
                    }
                    + value;
        }
    }

    /**
     * Reads a condition.
     *
     * @param text comparisons joined by {@code &}, and after a semicolon a note
     */
    static NoEffectCondition parse(String text) {
        String[] parts = text.split(";", 2);
        return new NoEffectCondition(
                Arrays.stream(parts[0].split("&")).map(Term::parse).toList(),
                parts.length == 1 ? "" : parts[1].strip());
    }

    /**
     * Whether it holds.
     *
     * @param texts all settings' values by key, as on the command line
     */
    public boolean holds(Map<String, String> texts) {
        return terms.stream().allMatch(term -> term.holds(texts));
    }

    /** The condition as words: "loss.trial.matching is exact". */
    public String words() {
        String all = terms.stream().map(Term::words).collect(Collectors.joining(" and "));
        return note.isEmpty() ? all : note + " (" + all + ")";
    }
}
