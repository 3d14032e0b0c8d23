package org.dalescope.app.window.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dalescope.app.window.mapping.Editor.Checks;
import org.dalescope.app.window.mapping.Editor.Choice;
import org.dalescope.app.window.mapping.Editor.Numeral;
import org.dalescope.app.window.mapping.Editor.Option;
import org.dalescope.app.words.Words;
import org.dalescope.model.session.mapping.Contents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of a mapping of NWB; its choices are the tables, columns and series of the file. */
final class NwbForm {
    private static final Place TRIALS = Place.of("trials");
    private static final Place ALIGN = Place.of("align");
    private static final Place FACTORS = Place.of("factors");
    private static final Place EVENTS = Place.of("events");
    private static final Place ONE_HOT = Place.of("one_hot");
    private static final Place TYPE = Place.of("cell_type", "column");
    private static final Place TYPE_WORDS = Place.of("cell_type", "words");
    private static final List<Option> UNITS = List.of(
            Option.missing(Words.of("mapping.seconds-if-that-can")),
            Option.of(1.0, Words.of("mapping.seconds")),
            Option.of(1e-3, Words.of("mapping.milliseconds")),
            Option.of(1e-6, Words.of("mapping.microseconds")),
            Option.of(1e-9, Words.of("mapping.nanoseconds")),
            Option.of(1.0 / 30_000, Words.of("mapping.ticks-of-a-30")));

    private final Contents.Nwb contents;
    private final ObjectNode document;
    private final List<String> times;

    private NwbForm(Contents.Nwb contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
        this.times = table().map(Contents.Table::times).orElse(List.of());
    }

    static List<Section> of(Contents.Nwb contents, ObjectNode document) {
        NwbForm form = new NwbForm(contents, document);
        return Stream.of(
                        Stream.of(form.trials(), form.units(), form.factors()),
                        form.each(EVENTS, "event", Words.of("mapping.event"), form::event),
                        Stream.of(form.series()),
                        form.each(ONE_HOT, "channel-per-level", Words.of("mapping.channel-per-level"), form::oneHot))
                .flatMap(sections -> sections)
                .toList();
    }

    private Optional<Contents.Table> table() {
        String path = TRIALS.get(document).asString("");
        return path.isEmpty() && contents.tables().size() == 1
                ? Optional.of(contents.tables().getFirst())
                : contents.table(path);
    }

    private Section trials() {
        List<Option> tables = new ArrayList<>();
        tables.add(Option.missing(Words.of("mapping.guessed")));
        contents.tables()
                .forEach(table ->
                        tables.add(Option.of(table.path(), Words.of("mapping.rows", table.path(), table.rows()))));
        return new Section(
                Words.of("mapping.trials-and-time"),
                List.of(
                        Field.at(
                                        TRIALS,
                                        Words.of("mapping.trials-are-the-rows"),
                                        Words.of("mapping.a-table-of-intervals"),
                                        choice(TRIALS, tables))
                                .forgetting(ALIGN, FACTORS, EVENTS, ONE_HOT),
                        Field.at(
                                ALIGN,
                                Words.of("mapping.time-0-is"),
                                Words.of("mapping.the-column-to-align"),
                                choice(ALIGN, named(times, Words.of("mapping.guessed-2")))),
                        Field.at(
                                Place.of("window_ms", 0),
                                Words.of("mapping.window-from-ms"),
                                Words.of("mapping.from-time-0"),
                                new Numeral()),
                        Field.at(
                                Place.of("window_ms", 1),
                                Words.of("mapping.window-to-ms"),
                                Words.of("mapping.from-time-0"),
                                new Numeral()),
                        Field.at(
                                Place.of("bin_ms"),
                                Words.of("mapping.bin-ms"),
                                Words.of("mapping.length-of-a-bin"),
                                new Numeral()),
                        unit("spikes_s", Words.of("mapping.spike-times-in")),
                        unit("trials_s", Words.of("mapping.trial-times-in"))));
    }

    private Field unit(String key, String label) {
        Place place = Place.of("time_unit", key);
        return Field.at(place, label, Words.of("mapping.unit-of-the-times"), choice(place, UNITS));
    }

    private Section units() {
        List<Field> fields = new ArrayList<>();
        List<String> columns =
                contents.unitColumns().stream().map(Contents.UnitColumn::name).toList();
        fields.add(Field.at(
                        TYPE,
                        Words.of("mapping.cell-types-by"),
                        Words.of("mapping.a-column-of-the"),
                        choice(TYPE, named(columns, Words.of("mapping.guessed-2"))))
                .forgetting(TYPE_WORDS));
        String typed = TYPE.get(document).asString("");
        contents.unitColumn(typed)
                .ifPresent(column -> column.values().forEach(word -> fields.add(TypeChoices.ofNwb(word))));
        for (Contents.UnitColumn column : contents.unitColumns()) {
            if (column.values().size() > 1 && !column.name().equals(typed)) {
                fields.add(Field.at(
                                Place.of("exclude_units", column.name()),
                                Words.of("mapping.leave-out", column.name()),
                                Words.of("mapping.units-with-these-words"),
                                new Checks(column.values()))
                        .withoutEmpty());
            }
        }
        return new Section(Words.of("mapping.units"), fields);
    }

    private Section factors() {
        List<String> columns = table().map(Contents.Table::factors).orElse(List.of());
        return new Section(
                Words.of("mapping.labels-of-trials"),
                List.of(Field.at(
                        FACTORS,
                        Words.of("mapping.factors"),
                        Words.of("mapping.columns-of-the-trials"),
                        new Checks(columns))));
    }

    private Section series() {
        return new Section(
                Words.of("mapping.series-as-inputs"),
                List.of(Field.at(
                        Place.of("series"),
                        Words.of("mapping.series"),
                        Words.of("mapping.series-of-numbers-in"),
                        new Checks(contents.series()))));
    }

    private List<Field> event(Place place) {
        return List.of(
                Field.at(
                        place.at("name"),
                        Words.of("mapping.name"),
                        Words.of("mapping.of-the-channel"),
                        new Editor.Words()),
                Field.at(
                        place.at("on"),
                        Words.of("mapping.on-at"),
                        Words.of("mapping.a-column-of-times"),
                        choice(place.at("on"), named(times, Words.of("mapping.none")))),
                Field.at(
                        place.at("off"),
                        Words.of("mapping.off-at"),
                        Words.of("mapping.a-column-of-times-without"),
                        choice(place.at("off"), named(times, Words.of("mapping.a-pulse-of-one")))));
    }

    private List<Field> oneHot(Place place) {
        Place factor = place.at("factor");
        List<String> channels = Stream.concat(
                        words(EVENTS, event -> event.path("name")), words(place.at("during"), name -> name))
                .distinct()
                .toList();
        return List.of(
                Field.at(
                        factor,
                        Words.of("mapping.factor"),
                        Words.of("mapping.a-label-of-the"),
                        choice(factor, named(words(FACTORS, name -> name).toList(), Words.of("mapping.none")))),
                Field.at(
                        place.at("during"),
                        Words.of("mapping.while-one-of-these"),
                        Words.of("mapping.without-any-over-the"),
                        new Checks(channels)));
    }

    private Stream<String> words(Place list, Function<JsonNode, JsonNode> word) {
        return StreamSupport.stream(list.get(document).spliterator(), false)
                .map(item -> word.apply(item).asString(""))
                .filter(text -> !text.isEmpty());
    }

    private Stream<Section> each(Place list, String id, String title, Function<Place, List<Field>> fields) {
        List<Section> sections = new ArrayList<>();
        int size = list.get(document).size();
        for (int i = 0; i < size; i++) {
            Place place = list.at(i);
            sections.add(new Section(
                    title + " " + (i + 1),
                    fields.apply(place),
                    List.of(new Section.Change(
                            "remove-" + id + "-" + i,
                            Words.of("mapping.remove"),
                            json -> place.set(json, MissingNode.getInstance())))));
        }
        Section.Change add = new Section.Change(
                "add-" + id, Words.of("mapping.add-2", title.toLowerCase(Locale.ROOT)), json -> list.at(size)
                        .set(json, JsonNodeFactory.instance.objectNode()));
        sections.add(new Section("", List.of(), List.of(add)));
        return sections.stream();
    }

    private static List<Option> named(List<String> names, String none) {
        return Stream.concat(
                        Stream.of(Option.missing("(" + none + ")")),
                        names.stream().map(name -> Option.of(name, name)))
                .toList();
    }

    /** These and what the mapping says, were it none of them. */
    private Choice choice(Place place, List<Option> options) {
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
