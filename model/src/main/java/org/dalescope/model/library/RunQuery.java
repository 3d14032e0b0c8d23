package org.dalescope.model.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs are searched for: words that must all be found. A plain word is looked for in name, session, preset, state, tags and
 * note; {@code tag:word}, {@code session:}, {@code preset:}, {@code state:}, {@code note:}, {@code name:} look in one of them;
 * {@code tau.learned=unit} asks for a setting, by its key or the end of it.
 */
public record RunQuery(List<String> words) {
    /** Finds everything. */
    public static final RunQuery ALL = new RunQuery(List.of());

    /** The words of a line; those in double quotes are one. */
    public static RunQuery of(String line) {
        String[] parts = line.split("\"", -1);
        Stream.Builder<String> words = Stream.builder();
        for (int i = 0; i < parts.length; i++) {
            Stream<String> some = i % 2 == 1 ? Stream.of(parts[i]) : Arrays.stream(parts[i].split("\\s+", -1));
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
        int equals = word.indexOf('=');
        if (equals > 0) {
            return hasSetting(run.settings(), word.substring(0, equals), word.substring(equals + 1));
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

    private static boolean hasSetting(Map<String, String> settings, String key, String value) {
        return settings.entrySet().stream()
                .filter(s -> s.getKey().equals(key) || s.getKey().endsWith("." + key))
                .anyMatch(s -> isSame(s.getValue(), value));
    }

    /** Numbers by size, so that 0.10 finds 0.1. */
    private static boolean isSame(String is, String wanted) {
        if (is.equalsIgnoreCase(wanted)) {
            return true;
        }
        try {
            return Double.parseDouble(is) == Double.parseDouble(wanted);
        } catch (NumberFormatException words) {
            return false;
        }
    }

    private static String state(RunEntry run) {
        return run.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
