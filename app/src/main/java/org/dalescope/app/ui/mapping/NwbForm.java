package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dalescope.app.text.Messages;
import org.dalescope.app.ui.mapping.FieldKind.Checks;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Numeral;
import org.dalescope.app.ui.mapping.FieldKind.Option;
import org.dalescope.model.session.format.FileContents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of a mapping of NWB; its choices are the tables, columns and series of the file. */
final class NwbForm {
    private static final JsonPlace TRIALS = JsonPlace.of("trials");
    private static final JsonPlace ALIGN = JsonPlace.of("align");
    private static final JsonPlace FACTORS = JsonPlace.of("factors");
    private static final JsonPlace EVENTS = JsonPlace.of("events");
    private static final JsonPlace ONE_HOT = JsonPlace.of("one_hot");
    private static final JsonPlace TYPE = JsonPlace.of("cell_type", "column");
    private static final JsonPlace TYPE_WORDS = JsonPlace.of("cell_type", "words");
    private static final List<Option> UNITS = List.of(
            Option.missing(Messages.of("mapping.seconds-if-that-can")),
            Option.of(1.0, Messages.of("mapping.seconds")),
            Option.of(1e-3, Messages.of("mapping.milliseconds")),
            Option.of(1e-6, Messages.of("mapping.microseconds")),
            Option.of(1e-9, Messages.of("mapping.nanoseconds")),
            Option.of(1.0 / 30_000, Messages.of("mapping.ticks-of-a-30")));

    private final FileContents.Nwb contents;
    private final ObjectNode document;
    private final List<String> times;

    private NwbForm(FileContents.Nwb contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
        this.times = table().map(FileContents.Table::times).orElse(List.of());
    }

    static List<MappingSection> of(FileContents.Nwb contents, ObjectNode document) {
        NwbForm form = new NwbForm(contents, document);
        return Stream.of(
                        Stream.of(form.trials(), form.units(), form.factors()),
                        form.each(EVENTS, "event", Messages.of("mapping.event"), form::event),
                        Stream.of(form.series()),
                        form.each(ONE_HOT, "channel-per-level", Messages.of("mapping.channel-per-level"), form::oneHot))
                .flatMap(sections -> sections)
                .toList();
    }

    private Optional<FileContents.Table> table() {
        String path = TRIALS.get(document).asString("");
        return path.isEmpty() && contents.tables().size() == 1
                ? Optional.of(contents.tables().getFirst())
                : contents.table(path);
    }

    private MappingSection trials() {
        List<Option> tables = new ArrayList<>();
        tables.add(Option.missing(Messages.of("mapping.guessed")));
        contents.tables()
                .forEach(table ->
                        tables.add(Option.of(table.path(), Messages.of("mapping.rows", table.path(), table.rows()))));
        return new MappingSection(
                Messages.of("mapping.trials-and-time"),
                List.of(
                        MappingField.at(
                                        TRIALS,
                                        Messages.of("mapping.trials-are-the-rows"),
                                        Messages.of("mapping.a-table-of-intervals"),
                                        choice(TRIALS, tables))
                                .forgetting(ALIGN, FACTORS, EVENTS, ONE_HOT),
                        MappingField.at(
                                ALIGN,
                                Messages.of("mapping.time-0-is"),
                                Messages.of("mapping.the-column-to-align"),
                                choice(ALIGN, named(times, Messages.of("mapping.guessed-2")))),
                        MappingField.at(
                                JsonPlace.of("window_ms", 0),
                                Messages.of("mapping.window-from-ms"),
                                Messages.of("mapping.from-time-0"),
                                new Numeral()),
                        MappingField.at(
                                JsonPlace.of("window_ms", 1),
                                Messages.of("mapping.window-to-ms"),
                                Messages.of("mapping.from-time-0"),
                                new Numeral()),
                        MappingField.at(
                                JsonPlace.of("bin_ms"),
                                Messages.of("mapping.bin-ms"),
                                Messages.of("mapping.length-of-a-bin"),
                                new Numeral()),
                        unit("spikes_s", Messages.of("mapping.spike-times-in")),
                        unit("trials_s", Messages.of("mapping.trial-times-in"))));
    }

    private MappingField unit(String key, String label) {
        JsonPlace place = JsonPlace.of("time_unit", key);
        return MappingField.at(place, label, Messages.of("mapping.unit-of-the-times"), choice(place, UNITS));
    }

    private MappingSection units() {
        List<MappingField> fields = new ArrayList<>();
        List<String> columns = contents.unitColumns().stream()
                .map(FileContents.UnitColumn::name)
                .toList();
        fields.add(MappingField.at(
                        TYPE,
                        Messages.of("mapping.cell-types-by"),
                        Messages.of("mapping.a-column-of-the"),
                        choice(TYPE, named(columns, Messages.of("mapping.guessed-2"))))
                .forgetting(TYPE_WORDS));
        String typed = TYPE.get(document).asString("");
        contents.unitColumn(typed)
                .ifPresent(column -> column.values().forEach(word -> fields.add(TypeChoices.ofNwb(word))));
        for (FileContents.UnitColumn column : contents.unitColumns()) {
            if (column.values().size() > 1 && !column.name().equals(typed)) {
                fields.add(MappingField.at(
                                JsonPlace.of("exclude_units", column.name()),
                                Messages.of("mapping.leave-out", column.name()),
                                Messages.of("mapping.units-with-these-words"),
                                new Checks(column.values()))
                        .withoutEmpty());
            }
        }
        return new MappingSection(Messages.of("mapping.units"), fields);
    }

    private MappingSection factors() {
        List<String> columns = table().map(FileContents.Table::factors).orElse(List.of());
        return new MappingSection(
                Messages.of("mapping.labels-of-trials"),
                List.of(MappingField.at(
                        FACTORS,
                        Messages.of("mapping.factors"),
                        Messages.of("mapping.columns-of-the-trials"),
                        new Checks(columns))));
    }

    private MappingSection series() {
        return new MappingSection(
                Messages.of("mapping.series-as-inputs"),
                List.of(MappingField.at(
                        JsonPlace.of("series"),
                        Messages.of("mapping.series"),
                        Messages.of("mapping.series-of-numbers-in"),
                        new Checks(contents.series()))));
    }

    private List<MappingField> event(JsonPlace place) {
        return List.of(
                MappingField.at(
                        place.at("name"),
                        Messages.of("mapping.name"),
                        Messages.of("mapping.of-the-channel"),
                        new FieldKind.Words()),
                MappingField.at(
                        place.at("on"),
                        Messages.of("mapping.on-at"),
                        Messages.of("mapping.a-column-of-times"),
                        choice(place.at("on"), named(times, Messages.of("mapping.none")))),
                MappingField.at(
                        place.at("off"),
                        Messages.of("mapping.off-at"),
                        Messages.of("mapping.a-column-of-times-without"),
                        choice(place.at("off"), named(times, Messages.of("mapping.a-pulse-of-one")))));
    }

    private List<MappingField> oneHot(JsonPlace place) {
        JsonPlace factor = place.at("factor");
        List<String> channels = Stream.concat(
                        words(EVENTS, event -> event.path("name")), words(place.at("during"), name -> name))
                .distinct()
                .toList();
        return List.of(
                MappingField.at(
                        factor,
                        Messages.of("mapping.factor"),
                        Messages.of("mapping.a-label-of-the"),
                        choice(factor, named(words(FACTORS, name -> name).toList(), Messages.of("mapping.none")))),
                MappingField.at(
                        place.at("during"),
                        Messages.of("mapping.while-one-of-these"),
                        Messages.of("mapping.without-any-over-the"),
                        new Checks(channels)));
    }

    private Stream<String> words(JsonPlace list, Function<JsonNode, JsonNode> word) {
        return StreamSupport.stream(list.get(document).spliterator(), false)
                .map(item -> word.apply(item).asString(""))
                .filter(text -> !text.isEmpty());
    }

    private Stream<MappingSection> each(
            JsonPlace list, String id, String title, Function<JsonPlace, List<MappingField>> fields) {
        List<MappingSection> sections = new ArrayList<>();
        int size = list.get(document).size();
        for (int i = 0; i < size; i++) {
            JsonPlace place = list.at(i);
            sections.add(new MappingSection(
                    title + " " + (i + 1),
                    fields.apply(place),
                    List.of(new MappingSection.Change(
                            "remove-" + id + "-" + i,
                            Messages.of("mapping.remove"),
                            json -> place.set(json, MissingNode.getInstance())))));
        }
        MappingSection.Change add = new MappingSection.Change(
                "add-" + id, Messages.of("mapping.add-2", title.toLowerCase(Locale.ROOT)), json -> list.at(size)
                        .set(json, JsonNodeFactory.instance.objectNode()));
        sections.add(new MappingSection("", List.of(), List.of(add)));
        return sections.stream();
    }

    private static List<Option> named(List<String> names, String none) {
        return Stream.concat(
                        Stream.of(Option.missing("(" + none + ")")),
                        names.stream().map(name -> Option.of(name, name)))
                .toList();
    }

    /** These and what the mapping says, were it none of them. */
    private Choice choice(JsonPlace place, List<Option> options) {
        JsonNode said = place.get(document);
        if (said.isMissingNode()
                || options.stream().anyMatch(option -> option.value().equals(said))) {
            return new Choice(options);
        }
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(said, said.asString()));
        return new Choice(List.copyOf(more));
    }
}
