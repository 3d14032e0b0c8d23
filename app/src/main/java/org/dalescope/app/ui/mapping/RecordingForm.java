package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dalescope.app.ui.mapping.FieldKind.Checks;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Numeral;
import org.dalescope.app.ui.mapping.FieldKind.Option;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.recording.CellTypeColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The mapping form for recordings (NWB files and the folders of spike sorters); the choices are the tables, columns and
 * series of the file. */
final class RecordingForm {
    private static final JsonPlace TRIALS = JsonPlace.of("trials");
    private static final JsonPlace ALIGN = JsonPlace.of("align");
    private static final JsonPlace FACTORS = JsonPlace.of("factors");
    private static final JsonPlace EVENTS = JsonPlace.of("events");
    private static final JsonPlace ONE_HOT = JsonPlace.of("one_hot");
    private static final JsonPlace TYPE = JsonPlace.of("cell_type", "column");
    private static final JsonPlace NARROW_BELOW = JsonPlace.of("cell_type", "narrow_below");
    private static final JsonPlace TYPE_WORDS = JsonPlace.of("cell_type", "words");
    private static final List<Option> UNITS = List.of(
            Option.missing("(seconds, if possible)"),
            Option.of(1.0, "seconds"),
            Option.of(1e-3, "milliseconds"),
            Option.of(1e-6, "microseconds"),
            Option.of(1e-9, "nanoseconds"),
            Option.of(1.0 / 30_000, "ticks of a 30 kHz clock"));

    private final FileContents.Recording contents;
    private final ObjectNode document;
    private final List<String> times;

    private RecordingForm(FileContents.Recording contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
        this.times = table().map(FileContents.Table::times).orElse(List.of());
    }

    static List<MappingSection> of(FileContents.Recording contents, ObjectNode document) {
        RecordingForm form = new RecordingForm(contents, document);
        return Stream.of(
                        Stream.of(form.trials(), form.units(), form.factors()),
                        form.each(EVENTS, "event", "Event", form::event),
                        Stream.of(form.series()),
                        form.each(ONE_HOT, "channel-per-level", "One channel per level", form::oneHot))
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
        tables.add(Option.missing("(guessed)"));
        contents.tables()
                .forEach(table ->
                        tables.add(Option.of(table.path(), "%s  (%s rows)".formatted(table.path(), table.rows()))));
        return new MappingSection(
                "Trials and time",
                List.of(
                        MappingField.at(
                                        TRIALS,
                                        "Table of trials",
                                        "The table of intervals in which every row is a trial.",
                                        choice(TRIALS, tables))
                                .forgetting(ALIGN, FACTORS, EVENTS, ONE_HOT),
                        MappingField.at(
                                ALIGN,
                                "Time 0",
                                "The column of the event that is at time 0.",
                                choice(ALIGN, named(times, "guessed"))),
                        MappingField.at(
                                JsonPlace.of("window_ms", 0),
                                "Window start (ms)",
                                "Relative to time 0.",
                                new Numeral()),
                        MappingField.at(
                                JsonPlace.of("window_ms", 1), "Window end (ms)", "Relative to time 0.", new Numeral()),
                        MappingField.at(JsonPlace.of("bin_ms"), "Bin (ms)", "Length of a bin.", new Numeral()),
                        unit("spikes_s", "Spike times in"),
                        unit("trials_s", "Trial times in")));
    }

    private MappingField unit(String key, String label) {
        JsonPlace place = JsonPlace.of("time_unit", key);
        return MappingField.at(place, label, "Unit of the times as they are stored.", choice(place, UNITS));
    }

    private MappingSection units() {
        List<MappingField> fields = new ArrayList<>();
        List<String> columns = contents.unitColumns().stream()
                .map(FileContents.UnitColumn::name)
                .toList();
        List<String> typed = Stream.concat(
                        columns.stream(), contents.waveforms().stream().map(FileContents.Waveforms::name))
                .distinct()
                .toList();
        fields.add(MappingField.at(
                        TYPE,
                        "Column of cell types",
                        "A column of the units table.",
                        choice(TYPE, named(typed, "guessed")))
                .forgetting(TYPE_WORDS, NARROW_BELOW));
        String column = TYPE.get(document).asString("");
        contents.waveforms(column)
                .ifPresent(waveforms -> fields.add(MappingField.at(
                        NARROW_BELOW,
                        "Inhibitory below",
                        "Units with a shorter time from trough to peak are inhibitory, the others excitatory.",
                        new FieldKind.Threshold(waveforms.timesMs(), CellTypeColumn.NARROW_BELOW_MS))));
        contents.unitColumn(contents.waveforms(column).isPresent() ? "" : column)
                .ifPresent(kinds -> kinds.values().forEach(word -> fields.add(TypeChoices.ofRecording(word))));
        for (FileContents.UnitColumn kinds : contents.unitColumns()) {
            if (kinds.values().size() > 1 && !kinds.name().equals(column)) {
                fields.add(MappingField.at(
                        JsonPlace.of("exclude_units", kinds.name()),
                        "Leave out: %s".formatted(kinds.name()),
                        "Units with one of these words are not read.",
                        new Checks(kinds.values())));
            }
        }
        return new MappingSection("Units", fields);
    }

    private MappingSection factors() {
        List<String> columns = table().map(FileContents.Table::factors).orElse(List.of());
        return new MappingSection(
                "Labels of trials",
                List.of(MappingField.at(FACTORS, "Factors", "Columns of the trials table.", new Checks(columns))));
    }

    private MappingSection series() {
        return new MappingSection(
                "Series as inputs",
                List.of(MappingField.at(
                        JsonPlace.of("series"),
                        "Series",
                        "Series of numbers in the file.",
                        new Checks(contents.series()))));
    }

    private List<MappingField> event(JsonPlace place) {
        return List.of(
                MappingField.at(place.at("name"), "Name", "The name of the channel.", new FieldKind.Words()),
                MappingField.at(
                        place.at("on"),
                        "Onset",
                        "The column of the times at which the channel becomes 1.",
                        choice(place.at("on"), named(times, "none"))),
                MappingField.at(
                        place.at("off"),
                        "Offset",
                        "The column of the times at which it becomes 0; without it, it is 1 in one bin.",
                        choice(place.at("off"), named(times, "a pulse of one bin"))));
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
                        "Factor",
                        "A label of the trials.",
                        choice(factor, named(words(FACTORS, name -> name).toList(), "none"))),
                MappingField.at(
                        place.at("during"),
                        "Only during these events",
                        "If you choose none, the channels are on in the whole trial.",
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
                            "remove-" + id + "-" + i, "Remove", json -> place.set(json, MissingNode.getInstance())))));
        }
        MappingSection.Change add = new MappingSection.Change(
                "add-" + id, "Add: %s".formatted(title.toLowerCase(Locale.ROOT)), json -> list.at(size)
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

    /** A choice of these options and of the mapping's value, if it is not one of them. */
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
