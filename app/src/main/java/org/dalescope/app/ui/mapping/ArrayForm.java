package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dalescope.app.text.Messages;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Numeral;
import org.dalescope.app.ui.mapping.FieldKind.Option;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileContents.Entry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of a mapping of arrays; its choices are the variables of the file. */
final class ArrayForm {
    private static final Choice UNIT = new Choice(List.of(
            Option.of("s", Messages.of("mapping.seconds")),
            Option.of("ms", Messages.of("mapping.milliseconds")),
            Option.of("us", Messages.of("mapping.microseconds"))));
    private static final List<String> RATES = List.of("trial", "bin", "neuron");
    private static final List<String> SPIKES = List.of("trial", "neuron", "spike");
    private static final List<String> SIGNAL = List.of("trial", "bin", "channel");

    private final FileContents.Arrays contents;
    private final ObjectNode document;

    private ArrayForm(FileContents.Arrays contents, ObjectNode document) {
        this.contents = contents;
        this.document = document;
    }

    static List<MappingSection> of(FileContents.Arrays contents, ObjectNode document) {
        ArrayForm form = new ArrayForm(contents, document);
        return Stream.of(
                        Stream.of(form.activity(), form.time(), form.neurons(), form.trials()),
                        form.each(
                                JsonPlace.of("trials", "factors"),
                                "label",
                                Messages.of("mapping.label"),
                                form::factor,
                                form.newItem("variable")),
                        form.each(
                                JsonPlace.of("inputs"),
                                "input",
                                Messages.of("mapping.input"),
                                form::input,
                                form.newItem("variable")))
                .flatMap(sections -> sections)
                .toList();
    }

    private MappingSection activity() {
        JsonPlace activity = JsonPlace.of("activity");
        String holds = activity.at("holds").get(document).asString("");
        boolean spikes = holds.startsWith("spike-");
        boolean triplets = holds.equals("spike-triplets");
        List<MappingField> fields = new ArrayList<>();
        fields.add(variable(
                activity.at("variable"),
                Messages.of("mapping.variable"),
                triplets ? Messages.of("mapping.three-columns-or-none") : Messages.of("mapping.none"),
                false));
        fields.add(MappingField.at(
                activity.at("holds"),
                Messages.of("mapping.it-holds"),
                Messages.of("mapping.what-the-numbers-are"),
                new Choice(List.of(
                        Option.of("rates", Messages.of("mapping.rates-in-sp-s")),
                        Option.of("counts", Messages.of("mapping.spike-counts-per-bin")),
                        Option.of("spike-times", Messages.of("mapping.lists-of-spike-times")),
                        Option.of("spike-triplets", Messages.of("mapping.one-row-per-spike"))))));
        if (!triplets) {
            fields.add(axes(activity.at("axes"), spikes ? SPIKES : RATES));
        }
        if (spikes) {
            fields.add(MappingField.at(
                    activity.at("unit"),
                    Messages.of("mapping.times-in"),
                    Messages.of("mapping.unit-of-the-spike"),
                    UNIT));
            fields.add(variable(
                    activity.at("align"),
                    Messages.of("mapping.count-from"),
                    Messages.of("mapping.start-of-the-trial"),
                    true));
        }
        if (triplets) {
            fields.add(variable(
                    activity.at("trial_of"),
                    Messages.of("mapping.trial-of-every-spike"),
                    Messages.of("mapping.first-column"),
                    true));
            fields.add(variable(
                    activity.at("neuron_of"),
                    Messages.of("mapping.neuron-of-every-spike"),
                    Messages.of("mapping.second-column"),
                    true));
            fields.add(variable(
                    activity.at("time_of"),
                    Messages.of("mapping.time-of-every-spike"),
                    Messages.of("mapping.third-column"),
                    true));
            fields.add(MappingField.at(
                    activity.at("index_base"),
                    Messages.of("mapping.numbers-count-from"),
                    Messages.of("mapping.what-the-first-trial"),
                    new Choice(List.of(
                            Option.of("", Messages.of("mapping.as-the-file-tells")),
                            Option.of("0", "0"),
                            Option.of("1", "1")))));
        }
        return new MappingSection(Messages.of("mapping.activity"), fields);
    }

    private MappingSection time() {
        JsonPlace time = JsonPlace.of("time");
        List<MappingField> fields = new ArrayList<>();
        fields.add(MappingField.at(
                time.at("bin_ms"),
                Messages.of("mapping.bin-ms"),
                Messages.of("mapping.length-of-a-bin"),
                new Numeral()));
        fields.add(MappingField.at(
                time.at("start_ms"),
                Messages.of("mapping.start-ms"),
                Messages.of("mapping.start-of-the-first"),
                new Numeral()));
        if (JsonPlace.of("activity", "holds").get(document).asString("").startsWith("spike-")) {
            fields.add(MappingField.at(
                    time.at("stop_ms"),
                    Messages.of("mapping.stop-ms"),
                    Messages.of("mapping.end-of-the-last"),
                    new Numeral()));
        }
        fields.add(MappingField.at(
                time.at("event"),
                Messages.of("mapping.event-at-time-0"),
                Messages.of("mapping.what-happens-there"),
                new FieldKind.Words()));
        return new MappingSection(Messages.of("mapping.time"), fields);
    }

    private MappingSection neurons() {
        JsonPlace neurons = JsonPlace.of("neurons");
        List<MappingField> fields = new ArrayList<>();
        fields.add(variable(
                neurons.at("ids"), Messages.of("mapping.numbers"), Messages.of("mapping.counted-from-0"), true));
        fields.add(variable(
                neurons.at("areas"), Messages.of("mapping.brain-areas"), Messages.of("mapping.not-told"), true));
        fields.add(
                variable(neurons.at("types"), Messages.of("mapping.cell-types"), Messages.of("mapping.not-told"), true)
                        .forgetting(neurons.at("excitatory"), neurons.at("inhibitory"), neurons.at("leave_out")));
        String types = neurons.at("types").get(document).asString("");
        List<String> words = contents.variable(types).map(Entry::values).orElse(List.of());
        words.forEach(word -> fields.add(TypeChoices.ofArrays(word, words)));
        fields.add(MappingField.at(
                neurons.at("others"),
                Messages.of("mapping.others-are"),
                Messages.of("mapping.what-a-neuron-is"),
                new Choice(List.of(
                        Option.of("UNKNOWN", Messages.of("mapping.unknown")),
                        Option.of("EXCITATORY", Messages.of("mapping.excitatory")),
                        Option.of("INHIBITORY", Messages.of("mapping.inhibitory"))))));
        return new MappingSection(Messages.of("mapping.neurons"), fields);
    }

    private MappingSection trials() {
        JsonPlace trials = JsonPlace.of("trials");
        return new MappingSection(
                Messages.of("mapping.trials"),
                List.of(
                        variable(
                                trials.at("ids"),
                                Messages.of("mapping.numbers"),
                                Messages.of("mapping.counted-from-0"),
                                true),
                        variable(
                                trials.at("durations"),
                                Messages.of("mapping.durations"),
                                Messages.of("mapping.as-long-as-the"),
                                true),
                        MappingField.at(
                                trials.at("unit"),
                                Messages.of("mapping.durations-in"),
                                Messages.of("mapping.unit-of-the-durations"),
                                UNIT)));
    }

    private List<MappingField> factor(JsonPlace place) {
        return List.of(
                variable(place.at("variable"), Messages.of("mapping.variable"), Messages.of("mapping.none"), true),
                MappingField.at(
                        place.at("name"),
                        Messages.of("mapping.name"),
                        Messages.of("mapping.empty-the-variables"),
                        new FieldKind.Words()),
                MappingField.at(
                        place.at("kind"),
                        Messages.of("mapping.its-values-are"),
                        Messages.of("mapping.how-they-relate-to"),
                        new Choice(List.of(
                                Option.of("categorical", Messages.of("mapping.categories")),
                                Option.of("ordinal", Messages.of("mapping.an-order")),
                                Option.of("continuous", Messages.of("mapping.a-scale"))))));
    }

    private List<MappingField> input(JsonPlace place) {
        String form = place.at("form").get(document).asString("signal");
        List<MappingField> fields = new ArrayList<>();
        fields.add(variable(place.at("variable"), Messages.of("mapping.variable"), Messages.of("mapping.none"), false));
        fields.add(MappingField.at(
                place.at("name"),
                Messages.of("mapping.name"),
                Messages.of("mapping.empty-the-variables"),
                new FieldKind.Words()));
        fields.add(MappingField.at(
                place.at("form"),
                Messages.of("mapping.it-is"),
                Messages.of("mapping.how-the-input-is"),
                new Choice(List.of(
                        Option.of("signal", Messages.of("mapping.a-value-per-trial")),
                        Option.of("pulse", Messages.of("mapping.an-event-1-in")),
                        Option.of("step", Messages.of("mapping.an-event-1-from"))))));
        if (form.equals("signal")) {
            fields.add(axes(place.at("axes"), SIGNAL));
            fields.add(MappingField.at(
                    place.at("continuous"),
                    Messages.of("mapping.scaling"),
                    Messages.of("mapping.continuous-signals-are-z"),
                    new Choice(List.of(
                            Option.of(false, Messages.of("mapping.as-it-is")),
                            Option.of(true, Messages.of("mapping.z-scored"))))));
        } else {
            fields.add(MappingField.at(
                    place.at("unit"), Messages.of("mapping.times-in"), Messages.of("mapping.unit-of-the-event"), UNIT));
        }
        if (form.equals("step")) {
            fields.add(variable(
                    place.at("until"), Messages.of("mapping.until"), Messages.of("mapping.end-of-the-trial"), true));
        }
        return fields;
    }

    /** A section for every item of a list; the last one adds another. */
    private Stream<MappingSection> each(
            JsonPlace list,
            String name,
            String title,
            Function<JsonPlace, List<MappingField>> fields,
            ObjectNode fresh) {
        List<MappingSection> sections = new ArrayList<>();
        int size = list.get(document).size();
        for (int i = 0; i < size; i++) {
            JsonPlace place = list.at(i);
            String id = "remove-" + name + "-" + i;
            MappingSection.Change remove = new MappingSection.Change(
                    id, Messages.of("mapping.remove"), json -> place.set(json, MissingNode.getInstance()));
            sections.add(new MappingSection(title + " " + (i + 1), fields.apply(place), List.of(remove)));
        }
        MappingSection.Change add = new MappingSection.Change(
                "add-" + name,
                Messages.of(
                        "mapping.add",
                        name.equals("input") ? Messages.of("mapping.an-input") : Messages.of("mapping.a-label")),
                json -> list.at(size).set(json, fresh.deepCopy()));
        sections.add(new MappingSection("", List.of(), List.of(add)));
        return sections.stream();
    }

    private ObjectNode newItem(String variable) {
        return JsonNodeFactory.instance.objectNode().put(variable, "");
    }

    /** A choice among the file's variables; vectors only, or none of them. */
    private MappingField variable(JsonPlace place, String label, String none, boolean vectors) {
        String said = place.get(document).asString("");
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", "(" + none + ")"));
        contents.variables().stream()
                .filter(entry -> isVector(entry) == vectors || entry.path().equals(said))
                .forEach(entry -> options.add(Option.of(entry.path(), entry.text())));
        if (options.stream().noneMatch(option -> option.value().asString("").equals(said))) {
            options.add(Option.of(said, Messages.of("mapping.not-in-this-file", said)));
        }
        return MappingField.at(
                place, label, Messages.of("mapping.which-variable-of-the"), new Choice(List.copyOf(options)));
    }

    private static boolean isVector(Entry entry) {
        return entry.shape().stream().filter(length -> length != 1).count() == 1;
    }

    private static MappingField axes(JsonPlace place, List<String> axes) {
        return MappingField.at(
                place,
                Messages.of("mapping.axes-in-order"),
                Messages.of("mapping.what-runs-along-the"),
                AxisOrders.of(axes));
    }
}
