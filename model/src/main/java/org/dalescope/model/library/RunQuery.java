package org.dalescope.model.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.DecimalParser;

/**
 * A search in a list of runs: words that must all match. A plain word matches name, session, preset, state, tags and
 * note. {@code tag:word}, {@code session:}, {@code preset:}, {@code state:}, {@code note:} and {@code name:} search one
 * of them. {@code tau.learned=unit} matches a setting by its key or the end of the key. Numbers can be compared: {@code
 * epochs<100}, {@code score>0.5}, {@code epoch>=20}; {@code score} is psth_r on the validation trials and {@code epoch}
 * is the number of finished epochs.
 */
public record RunQuery(List<String> words) {
    /** The query that matches every run. */
    public static final RunQuery ALL = new RunQuery(List.of());

    private static final Pattern SPACED_SIGN = Pattern.compile("\\s*(<=|>=|=|<|>)\\s*");
    private static final Pattern COMPARISON = Pattern.compile("([^=<>]+)(<=|>=|=|<|>)(.*)");

    /** Parses a line into words; text in double quotes is one word. */
    public static RunQuery of(String line) {
        String[] parts = line.split("\"", -1);
        Stream.Builder<String> words = Stream.builder();
        for (int i = 0; i < parts.length; i++) {
            Stream<String> some = i % 2 == 1
                    ? Stream.of(parts[i])
                    : Arrays.stream(
                            SPACED_SIGN.matcher(parts[i]).replaceAll("$1").split("\\s+", -1));
            some.filter(word -> !word.isBlank())
                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                    .forEach(words);
        }
        return new RunQuery(words.build().toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public boolean matches(RunEntry run) {
        return words.stream().allMatch(word -> matches(run, word));
    }

    private static boolean matches(RunEntry run, String word) {
        Matcher comparison = COMPARISON.matcher(word);
        if (comparison.matches()) {
            return values(run, comparison.group(1))
                    .anyMatch(value -> holds(value, comparison.group(2), comparison.group(3)));
        }
        int colon = word.indexOf(':');
        String rest = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon)) {
            case "tag" -> run.tags().stream().anyMatch(tag -> contains(tag, rest));
            case "session" -> contains(run.session(), rest);
            case "preset" -> contains(run.preset(), rest);
            case "state" -> contains(state(run), rest);
            case "note" -> contains(run.notes().note(), rest);
            case "name" -> contains(run.name(), rest);
            default ->
                Stream.concat(
                                Stream.of(
                                        run.name(),
                                        run.session(),
                                        run.preset(),
                                        state(run),
                                        run.notes().note()),
                                run.tags().stream())
                        .anyMatch(text -> contains(text, word));
        };
    }

    /** The values of a run for a name: its score, its epoch, or the settings whose keys end with the name. */
    private static Stream<String> values(RunEntry run, String name) {
        return switch (name) {
            case "score" -> Stream.of(Double.toString(run.score().value()));
            case "epoch" -> Stream.of(Integer.toString(run.epoch()));
            default ->
                run.settings().entrySet().stream()
                        .filter(s -> s.getKey().equals(name) || s.getKey().endsWith("." + name))
                        .map(Map.Entry::getValue);
        };
    }

    /** Compares numbers by value, so that 0.10 matches 0.1. Words and missing values are neither larger nor smaller. */
    private static boolean holds(String is, String sign, String wanted) {
        if (sign.equals("=") && is.equalsIgnoreCase(wanted)) {
            return true;
        }
        OptionalDouble left = DecimalParser.parse(is);
        OptionalDouble right = DecimalParser.parse(wanted);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        double number = left.getAsDouble();
        double bound = right.getAsDouble();
        return switch (sign) {
            case "<" -> number < bound;
            case "<=" -> number <= bound;
            case ">" -> number > bound;
            case ">=" -> number >= bound;
            default -> number == bound;
        };
    }

    private static String state(RunEntry run) {
        return run.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
