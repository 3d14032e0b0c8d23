package org.dalescope.app.window.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dalescope.app.window.mapping.Editor.Choice;
import org.dalescope.app.window.mapping.Editor.Option;
import org.dalescope.app.words.Words;
import org.dalescope.model.session.mapping.ArrayMapping;
import org.dalescope.model.session.mapping.CellTypeChoice;
import org.dalescope.model.session.mapping.MappingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a word of a file means for the cell type of its neurons. */
final class TypeChoices {
    private static final String HELP = Words.of("mapping.what-neurons-of-this");
    private static final Map<CellTypeChoice, Place> LISTS = Map.of(
            CellTypeChoice.EXCITATORY, Place.of("neurons", "excitatory"),
            CellTypeChoice.INHIBITORY, Place.of("neurons", "inhibitory"),
            CellTypeChoice.LEAVE_OUT, Place.of("neurons", "leave_out"));

    private TypeChoices() {}

    /**
     * The meaning of a word in a mapping of arrays.
     *
     * @param all words of the variable: once one is said, the others are said too, as they were
     */
    static Field ofArrays(String word, List<String> all) {
        return new Field(
                id(word),
                Words.of("mapping.is", word),
                HELP,
                new Choice(options().toList()),
                document -> JsonNodeFactory.instance.stringNode(
                        neurons(document).choice(word).text()),
                (document, value) -> {
                    ArrayMapping.Neurons before = neurons(document);
                    LISTS.forEach((choice, place) -> place.set(
                            document,
                            Option.of(all.stream()
                                            .filter(w -> meaning(w, word, value, before) == choice)
                                            .toList())
                                    .value()));
                });
    }

    /** The meaning of a word in a mapping of NWB; what is not said is guessed. */
    static Field ofNwb(String word) {
        Place place = Place.of("cell_type", "words", word);
        List<Option> options = new ArrayList<>();
        options.add(Option.missing(Words.of("mapping.guessed")));
        options.addAll(options().toList());
        String label = word.isEmpty() ? Words.of("mapping.empty-is") : Words.of("mapping.is", word);
        return new Field(id(word), label, HELP, new Choice(List.copyOf(options)), place::get, place::set);
    }

    private static CellTypeChoice meaning(String word, String changed, JsonNode value, ArrayMapping.Neurons before) {
        return word.equals(changed)
                ? CellTypeChoice.of(value.asString("")).orElse(CellTypeChoice.UNKNOWN)
                : before.choice(word);
    }

    private static ArrayMapping.Neurons neurons(ObjectNode document) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.set("neurons", document.path("neurons"));
        return ((ArrayMapping) MappingJson.read(part, Words.of("mapping.the-mapping"))).neurons();
    }

    private static Stream<Option> options() {
        return Arrays.stream(CellTypeChoice.values()).map(choice -> Option.of(choice.text(), words(choice)));
    }

    private static String words(CellTypeChoice choice) {
        return switch (choice) {
            case EXCITATORY -> Words.of("mapping.e-excitatory");
            case INHIBITORY -> Words.of("mapping.i-inhibitory");
            case UNKNOWN -> Words.of("mapping.unknown");
            case LEAVE_OUT -> Words.of("mapping.left-out");
        };
    }

    private static String id(String word) {
        return "map-type-" + word.replaceAll("[^A-Za-z0-9-]", "_");
    }
}
