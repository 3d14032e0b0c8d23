package org.dalescope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The window, the charts, the reports and the command line use one term for one thing. */
class TermsTest {
    private static final Path APP = Path.of("src/main/java/org/dalescope/app");

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

    /** A sentence, or a single word that begins as a label does. Commands and style sheets have names of their own. */
    private static boolean isForReaders(String text) {
        boolean isLabel = text.strip().contains(" ") || text.matches("[A-Z][a-z-]+");
        return isLabel && !text.startsWith("dalescope ") && !text.contains("color-scheme");
    }

    @Test
    void oneThingHasOneTerm() throws IOException {
        List<SourceTexts.Text> texts = SourceTexts.of(List.of(APP)).stream()
                .filter(text -> isForReaders(text.text()))
                .toList();
        assertTrue(texts.size() > 500, "found " + texts.size());
        assertEquals(
                "",
                texts.stream()
                        .flatMap(text -> INSTEAD.entrySet().stream()
                                .filter(term -> Pattern.compile("\\b(" + term.getKey() + ")\\b")
                                        .matcher(text.text())
                                        .find())
                                .map(term -> text.place() + " does not use '" + term.getValue() + "': " + text.text()))
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
