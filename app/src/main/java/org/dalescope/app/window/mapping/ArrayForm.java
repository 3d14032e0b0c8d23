package org.dalescope.app.window.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dalescope.app.window.mapping.Editor.Choice;
import org.dalescope.app.window.mapping.Editor.Numeral;
import org.dalescope.app.window.mapping.Editor.Option;
import org.dalescope.app.words.Words;
import org.dalescope.model.session.mapping.Contents;
import org.dalescope.model.session.mapping.Contents.Entry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of a mapping of arrays; its choices are the variables of the file. */
final class ArrayForm {
    private static final Choice UNIT = new Choice(List.of(
            Option.of("s", Words.of("mapping.seconds")),
            Option.of("ms", Words.of("mapping.milliseconds")),
            Option.of("us", Words.of("mapping.microseconds"))));
    private static final List<String> RATES = List.of("trial", "bin", "neuron");
    private static final List<String> SPIKES = List.of("trial", "neuron", "spike");
    private static final List<String> SIGNAL = List.of("trial", "bin", "channel");

    private final Contents.Arrays contents;
    private final ObjectNode document;

    private ArrayForm(Contents.Arrays contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
    }

    static List<Section> of(Contents.Arrays contents, ObjectNode document) {
        ArrayForm form = new ArrayForm(contents, document);
        return Stream.of(
                        Stream.of(form.activity(), form.time(), form.neurons(), form.trials()),
                        form.each(
                                Place.of("trials", "factors"),
                                "label",
                                Words.of("mapping.label"),
                                form::factor,
                                form.newItem("variable")),
                        form.each(
                                Place.of("inputs"),
                                "input",
                                Words.of("mapping.input"),
                                form::input,
                                form.newItem("variable")))
                .flatMap(sections -> sections)
                .toList();
    }

    private Section activity() {
        Place activity = Place.of("activity");
        String holds = activity.at("holds").get(document).asString("");
        boolean spikes = holds.startsWith("spike-");
        boolean triplets = holds.equals("spike-triplets");
        List<Field> fields = new ArrayList<>();
        fields.add(variable(
                activity.at("variable"),
                Words.of("mapping.variable"),
                triplets ? Words.of("mapping.three-columns-or-none") : Words.of("mapping.none"),
                false));
        fields.add(Field.at(
                activity.at("holds"),
                Words.of("mapping.it-holds"),
                Words.of("mapping.what-the-numbers-are"),
                new Choice(List.of(
                        Option.of("rates", Words.of("mapping.rates-in-sp-s")),
                        Option.of("counts", Words.of("mapping.spike-counts-per-bin")),
                        Option.of("spike-times", Words.of("mapping.lists-of-spike-times")),
                        Option.of("spike-triplets", Words.of("mapping.one-row-per-spike"))))));
        if (!triplets) {
            fields.add(axes(activity.at("axes"), spikes ? SPIKES : RATES));
        }
        if (spikes) {
            fields.add(Field.at(
                    activity.at("unit"), Words.of("mapping.times-in"), Words.of("mapping.unit-of-the-spike"), UNIT));
            fields.add(variable(
                    activity.at("align"),
                    Words.of("mapping.count-from"),
                    Words.of("mapping.start-of-the-trial"),
                    true));
        }
        if (triplets) {
            fields.add(variable(
                    activity.at("trial_of"),
                    Words.of("mapping.trial-of-every-spike"),
                    Words.of("mapping.first-column"),
                    true));
            fields.add(variable(
                    activity.at("neuron_of"),
                    Words.of("mapping.neuron-of-every-spike"),
                    Words.of("mapping.second-column"),
                    true));
            fields.add(variable(
                    activity.at("time_of"),
                    Words.of("mapping.time-of-every-spike"),
                    Words.of("mapping.third-column"),
                    true));
            fields.add(Field.at(
                    activity.at("index_base"),
                    Words.of("mapping.numbers-count-from"),
                    Words.of("mapping.what-the-first-trial"),
                    new Choice(List.of(
                            Option.of("", Words.of("mapping.as-the-file-tells")),
                            Option.of("0", "0"),
                            Option.of("1", "1")))));
        }
        return new Section(Words.of("mapping.activity"), fields);
    }

    private Section time() {
        Place time = Place.of("time");
        List<Field> fields = new ArrayList<>();
        fields.add(Field.at(
                time.at("bin_ms"), Words.of("mapping.bin-ms"), Words.of("mapping.length-of-a-bin"), new Numeral()));
        fields.add(Field.at(
                time.at("start_ms"),
                Words.of("mapping.start-ms"),
                Words.of("mapping.start-of-the-first"),
                new Numeral()));
        if (Place.of("activity", "holds").get(document).asString("").startsWith("spike-")) {
            fields.add(Field.at(
                    time.at("stop_ms"),
                    Words.of("mapping.stop-ms"),
                    Words.of("mapping.end-of-the-last"),
                    new Numeral()));
        }
        fields.add(Field.at(
                time.at("event"),
                Words.of("mapping.event-at-time-0"),
                Words.of("mapping.what-happens-there"),
                new Editor.Words()));
        return new Section(Words.of("mapping.time"), fields);
    }

    private Section neurons() {
        Place neurons = Place.of("neurons");
        List<Field> fields = new ArrayList<>();
        fields.add(variable(neurons.at("ids"), Words.of("mapping.numbers"), Words.of("mapping.counted-from-0"), true));
        fields.add(variable(neurons.at("areas"), Words.of("mapping.brain-areas"), Words.of("mapping.not-told"), true));
        fields.add(variable(neurons.at("types"), Words.of("mapping.cell-types"), Words.of("mapping.not-told"), true)
                .forgetting(neurons.at("excitatory"), neurons.at("inhibitory"), neurons.at("leave_out")));
        String types = neurons.at("types").get(document).asString("");
        List<String> words = contents.variable(types).map(Entry::values).orElse(List.of());
        words.forEach(word -> fields.add(TypeChoices.ofArrays(word, words)));
        fields.add(Field.at(
                neurons.at("others"),
                Words.of("mapping.others-are"),
                Words.of("mapping.what-a-neuron-is"),
                new Choice(List.of(
                        Option.of("UNKNOWN", Words.of("mapping.unknown")),
                        Option.of("EXCITATORY", Words.of("mapping.excitatory")),
                        Option.of("INHIBITORY", Words.of("mapping.inhibitory"))))));
        return new Section(Words.of("mapping.neurons"), fields);
    }

    private Section trials() {
        Place trials = Place.of("trials");
        return new Section(
                Words.of("mapping.trials"),
                List.of(
                        variable(
                                trials.at("ids"),
                                Words.of("mapping.numbers"),
                                Words.of("mapping.counted-from-0"),
                                true),
                        variable(
                                trials.at("durations"),
                                Words.of("mapping.durations"),
                                Words.of("mapping.as-long-as-the"),
                                true),
                        Field.at(
                                trials.at("unit"),
                                Words.of("mapping.durations-in"),
                                Words.of("mapping.unit-of-the-durations"),
                                UNIT)));
    }

    private List<Field> factor(Place place) {
        return List.of(
                variable(place.at("variable"), Words.of("mapping.variable"), Words.of("mapping.none"), true),
                Field.at(
                        place.at("name"),
                        Words.of("mapping.name"),
                        Words.of("mapping.empty-the-variables"),
                        new Editor.Words()),
                Field.at(
                        place.at("kind"),
                        Words.of("mapping.its-values-are"),
                        Words.of("mapping.how-they-relate-to"),
                        new Choice(List.of(
                                Option.of("categorical", Words.of("mapping.categories")),
                                Option.of("ordinal", Words.of("mapping.an-order")),
                                Option.of("continuous", Words.of("mapping.a-scale"))))));
    }

    private List<Field> input(Place place) {
        String form = place.at("form").get(document).asString("signal");
        List<Field> fields = new ArrayList<>();
        fields.add(variable(place.at("variable"), Words.of("mapping.variable"), Words.of("mapping.none"), false));
        fields.add(Field.at(
                place.at("name"),
                Words.of("mapping.name"),
                Words.of("mapping.empty-the-variables"),
                new Editor.Words()));
        fields.add(Field.at(
                place.at("form"),
                Words.of("mapping.it-is"),
                Words.of("mapping.how-the-input-is"),
                new Choice(List.of(
                        Option.of("signal", Words.of("mapping.a-value-per-trial")),
                        Option.of("pulse", Words.of("mapping.an-event-1-in")),
                        Option.of("step", Words.of("mapping.an-event-1-from"))))));
        if (form.equals("signal")) {
            fields.add(axes(place.at("axes"), SIGNAL));
            fields.add(Field.at(
                    place.at("continuous"),
                    Words.of("mapping.scaling"),
                    Words.of("mapping.continuous-signals-are-z"),
                    new Choice(List.of(
                            Option.of(false, Words.of("mapping.as-it-is")),
                            Option.of(true, Words.of("mapping.z-scored"))))));
        } else {
            fields.add(Field.at(
                    place.at("unit"), Words.of("mapping.times-in"), Words.of("mapping.unit-of-the-event"), UNIT));
        }
        if (form.equals("step")) {
            fields.add(
                    variable(place.at("until"), Words.of("mapping.until"), Words.of("mapping.end-of-the-trial"), true));
        }
        return fields;
    }

    /** A section for every item of a list; the last one adds another. */
    private Stream<Section> each(
            Place list, String name, String title, Function<Place, List<Field>> fields, ObjectNode fresh) {
        List<Section> sections = new ArrayList<>();
        int size = list.get(document).size();
        for (int i = 0; i < size; i++) {
            Place place = list.at(i);
            String id = "remove-" + name + "-" + i;
            Section.Change remove = new Section.Change(
                    id, Words.of("mapping.remove"), json -> place.set(json, MissingNode.getInstance()));
            sections.add(new Section(title + " " + (i + 1), fields.apply(place), List.of(remove)));
        }
        Section.Change add = new Section.Change(
                "add-" + name,
                Words.of(
                        "mapping.add",
                        name.equals("input") ? Words.of("mapping.an-input") : Words.of("mapping.a-label")),
                json -> list.at(size).set(json, fresh.deepCopy()));
        sections.add(new Section("", List.of(), List.of(add)));
        return sections.stream();
    }

    private ObjectNode newItem(String variable) {
        return JsonNodeFactory.instance.objectNode().put(variable, "");
    }

    /** A choice among the file's variables; vectors only, or none of them. */
    private Field variable(Place place, String label, String none, boolean vectors) {
        String said = place.get(document).asString("");
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", "(" + none + ")"));
        contents.variables().stream()
                .filter(entry -> isVector(entry) == vectors || entry.path().equals(said))
                .forEach(entry -> options.add(Option.of(entry.path(), entry.text())));
        if (options.stream().noneMatch(option -> option.value().asString("").equals(said))) {
            options.add(Option.of(said, Words.of("mapping.not-in-this-file", said)));
        }
        return Field.at(place, label, Words.of("mapping.which-variable-of-the"), new Choice(List.copyOf(options)));
    }

    private static boolean isVector(Entry entry) {
        return entry.shape().stream().filter(length -> length != 1).count() == 1;
    }

    private static Field axes(Place place, List<String> axes) {
        return Field.at(
                place, Words.of("mapping.axes-in-order"), Words.of("mapping.what-runs-along-the"), AxisOrders.of(axes));
    }
}
