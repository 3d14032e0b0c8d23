package org.dalescope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bundle and the sources say the same; nothing that people read is elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsConsistencyTest {
    private static final Path BUNDLE =
            Path.of("../resources/src/main/resources/org/dalescope/window/messages.properties");
    private static final Path APP = Path.of("src/main/java/org/dalescope/app");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern CONVERSION = Pattern.compile("%[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z%]");

    /** Symbols, units and the program's name need no translation. */
    private static final Pattern NOTATION = Pattern.compile("\\p{L}+_\\w+|sp/s|\\b(ms|min|SD|kHz|Dalescope)\\b");

    private static final Pattern FILE_NAME = Pattern.compile("[\\w -]+\\.[a-z]+");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'-]*\\p{L}");

    /** These never are what people read: pictures of the window, made by its own program. */
    private static final Set<String> STAGE = Set.of("Screenshots.java", "Stagehand.java", "ComparisonStage.java");

    /** One term per thing: what is not said, and what is said instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("time-constants?", "time constant"),
            Map.entry("colors?", "colour"),
            Map.entry("grays?", "grey"),
            Map.entry("cent(er|ers|ered)", "centre"),
            Map.entry("neurones?", "neuron"),
            Map.entry("analyze[ds]?", "analyse"),
            Map.entry("normaliz(e|ed|es|ation)", "normalise"),
            Map.entry("behaviors?", "behaviour"),
            Map.entry("canceled|canceling", "cancelled"),
            Map.entry("labeled", "labelled"),
            Map.entry("data ?sets?", "session"),
            Map.entry("hyper-?parameters?", "setting"),
            Map.entry("firing rates?", "rate"),
            Map.entry("spikes/s|spk/s|Hz", "sp/s"),
            Map.entry("pre-sets?", "preset"),
            Map.entry("read ?outs?", "read-out"));

    private final Map<String, String> messages = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private SourceWords sources = new SourceWords(List.of(), List.of(), List.of());
    private SourceWords rooms = sources;

    @BeforeAll
    void read() throws IOException {
        lines.addAll(Files.readAllLines(BUNDLE));
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" = ", 2);
                assertEquals(2, parts.length, () -> "a message is written 'key = text': " + line);
                assertFalse(messages.containsKey(parts[0]), () -> "twice: " + parts[0]);
                messages.put(parts[0], parts[1].replace("\\n", "\n"));
            }
        }
        sources = SourceWords.of(List.of(APP));
        rooms = SourceWords.of(List.of(APP.resolve("window"), APP.resolve("chart")));
    }

    @Test
    void everyKeyInTheSourcesHasAMessage() {
        none(sources.uses().stream()
                .filter(use -> !messages.containsKey(use.key()))
                .map(use -> use.place() + " asks for " + use.key()));
    }

    @Test
    void everyMessageIsUsed() {
        Set<String> used =
                sources.uses().stream().map(SourceWords.Use::key).collect(Collectors.toCollection(HashSet::new));
        none(messages.keySet().stream().filter(key -> !used.contains(key)).map(key -> key + " is not used"));
    }

    @Test
    void argumentsFitThePlaceholders() {
        none(messages.entrySet().stream()
                .filter(m -> !placeholders(m.getValue())
                        .equals(firstNumbers(placeholders(m.getValue()).size())))
                .map(m -> m.getKey() + " leaves out a number: " + m.getValue()));
        none(sources.uses().stream()
                .filter(use -> messages.containsKey(use.key()))
                .filter(use ->
                        placeholders(messages.getOrDefault(use.key(), "")).size() != use.arguments())
                .map(use -> use.place() + " gives " + use.arguments() + " arguments to " + use.key() + " = "
                        + messages.get(use.key())));
    }

    @Test
    void oneRoomSaysAThingOnce() {
        Map<String, List<String>> same = messages.entrySet().stream()
                .collect(Collectors.groupingBy(
                        m -> room(m.getKey()) + ": " + m.getValue(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        none(same.values().stream().filter(keys -> keys.size() > 1).map(keys -> keys + " say the same"));
    }

    @Test
    void messagesAreTidy() {
        none(messages.entrySet().stream()
                .filter(m -> !m.getValue().equals(m.getValue().strip())
                        || m.getValue().isEmpty())
                .map(m -> m.getKey() + " begins or ends with a blank, or is empty"));
        none(lines.stream()
                .filter(line -> !line.equals(line.stripTrailing()))
                .map(line -> "blank at the end: " + line));
        none(messages.keySet().stream()
                .filter(key -> !key.matches("[a-z-]+\\.[a-z0-9]+(-[a-z0-9]+)*"))
                .map(key -> key + " is not room.slug"));
        List<String> keys = lines.stream()
                .filter(line -> messages.containsKey(line.split(" = ", 2)[0]))
                .map(line -> line.split(" = ", 2)[0])
                .toList();
        List<String> rooms =
                keys.stream().map(WordsConsistencyTest::room).distinct().toList();
        assertEquals(rooms.stream().sorted().toList(), rooms, "rooms are sorted, each in one piece");
        for (String room : rooms) {
            List<String> own =
                    keys.stream().filter(key -> room(key).equals(room)).toList();
            assertEquals(own.stream().sorted().toList(), own, "keys of a room are sorted");
        }
    }

    @Test
    void oneThingHasOneTerm() {
        none(messages.entrySet().stream().flatMap(m -> INSTEAD.entrySet().stream()
                .filter(term -> Pattern.compile("\\b(" + term.getKey() + ")\\b")
                        .matcher(m.getValue())
                        .find())
                .map(term -> m.getKey() + " does not say '" + term.getValue() + "': " + m.getValue())));
    }

    @Test
    void whatPeopleSeeIsInTheBundle() {
        none(rooms.said().stream()
                .filter(literal -> !isStage(literal))
                .filter(literal -> words(literal.text()) > 0)
                .map(literal -> literal.place() + " belongs into messages.properties: \"" + literal.text() + "\""));
    }

    /** Sentences that reach people by longer ways than an argument of a control. */
    @Test
    void noSentenceIsLeftInTheSources() {
        none(rooms.literals().stream()
                .filter(literal -> !isStage(literal))
                .filter(literal -> !literal.text().startsWith("dalescope "))
                .filter(literal -> !FILE_NAME.matcher(literal.text()).matches())
                .filter(literal -> literal.text().strip().matches("(?s).*\\p{L}\\S*\\s+\\S*\\p{L}.*"))
                .filter(literal -> words(literal.text()) > 2)
                .map(literal -> literal.place() + " belongs into messages.properties: \"" + literal.text() + "\""));
    }

    private static boolean isStage(SourceWords.Said literal) {
        return STAGE.contains(literal.place().replaceAll(":\\d+$", ""));
    }

    private static long words(String text) {
        String plain = CONVERSION.matcher(text).replaceAll(" ");
        return WORD.matcher(NOTATION.matcher(plain).replaceAll(" ")).results().count();
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<Integer> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> firstNumbers(int count) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static void none(java.util.stream.Stream<String> complaints) {
        assertEquals("", complaints.sorted().collect(Collectors.joining("\n")));
    }
}
