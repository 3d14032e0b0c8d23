package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Option;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.CellTypeChoice;
import org.dalescope.model.session.format.MappingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the mapping form that assign cell types to the words in a file. */
final class TypeChoices {
    private static final String HELP = "The type that these neurons have in the network.";
    private static final Map<CellTypeChoice, JsonPlace> LISTS = Map.of(
            CellTypeChoice.EXCITATORY, JsonPlace.of("neurons", "excitatory"),
            CellTypeChoice.INHIBITORY, JsonPlace.of("neurons", "inhibitory"),
            CellTypeChoice.LEAVE_OUT, JsonPlace.of("neurons", "leave_out"));

    private TypeChoices() {}

    /**
     * The field for the meaning of a word in a mapping of arrays.
     *
     * @param all all words of the variable: when one is set, the others are also written with their current meaning
     */
    static MappingField ofArrays(String word, List<String> all) {
        return new MappingField(
                id(word),
                "'%s' is".formatted(word),
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

    /** The field for the meaning of a word in a mapping of NWB; a missing meaning is guessed. */
    static MappingField ofRecording(String word) {
        JsonPlace place = JsonPlace.of("cell_type", "words", word);
        List<Option> options = new ArrayList<>();
        options.add(Option.missing("(guessed)"));
        options.addAll(options().toList());
        String label = word.isEmpty() ? "(empty) is" : "'%s' is".formatted(word);
        return new MappingField(id(word), label, HELP, new Choice(List.copyOf(options)), place::get, place::set);
    }

    private static CellTypeChoice meaning(String word, String changed, JsonNode value, ArrayMapping.Neurons before) {
        return word.equals(changed)
                ? CellTypeChoice.of(value.asString("")).orElse(CellTypeChoice.UNKNOWN)
                : before.choice(word);
    }

    private static ArrayMapping.Neurons neurons(ObjectNode document) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.set("neurons", document.path("neurons"));
        return ((ArrayMapping) MappingJson.read(part, "The mapping")).neurons();
    }

    private static Stream<Option> options() {
        return Arrays.stream(CellTypeChoice.values()).map(choice -> Option.of(choice.text(), words(choice)));
    }

    private static String words(CellTypeChoice choice) {
        return switch (choice) {
            case EXCITATORY -> "E, excitatory";
            case INHIBITORY -> "I, inhibitory";
            case UNKNOWN -> "unknown";
            case LEAVE_OUT -> "left out";
        };
    }

    private static String id(String word) {
        return "map-type-" + word.replaceAll("[^A-Za-z0-9-]", "_");
    }
}
