package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Numeral;
import org.dalescope.app.ui.mapping.FieldKind.Option;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileContents.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The mapping form for array files (MATLAB, npz, HDF5); the choices are the variables of the file. */
final class ArrayForm {
    private static final Choice UNIT = new Choice(
            List.of(Option.of("s", "seconds"), Option.of("ms", "milliseconds"), Option.of("us", "microseconds")));
    private static final List<String> RATES = List.of("trial", "bin", "neuron");
    private static final List<String> SPIKES = List.of("trial", "neuron", "spike");
    private static final List<String> AVERAGES = List.of("neuron", "bin");
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
                        form.fixed(),
                        form.holdsAverages()
                                ? form.each(
                                        JsonPlace.of("averages"),
                                        "average",
                                        "Average",
                                        form::average,
                                        form.newItem("variable"))
                                : form.each(
                                        JsonPlace.of("trials", "factors"),
                                        "label",
                                        "Label",
                                        form::factor,
                                        form.newItem("variable")),
                        form.each(JsonPlace.of("inputs"), "input", "Input", form::input, form.newItem("variable")))
                .flatMap(sections -> sections)
                .toList();
    }

    private Stream<MappingSection> fixed() {
        return holdsAverages()
                ? Stream.of(activity(), time(), neurons())
                : Stream.of(activity(), time(), neurons(), trials());
    }

    private boolean holdsAverages() {
        return JsonPlace.of("activity", "holds").get(document).asString("").equals("averages");
    }

    private MappingSection activity() {
        JsonPlace activity = JsonPlace.of("activity");
        String holds = activity.at("holds").get(document).asString("");
        boolean spikes = holds.startsWith("spike-");
        boolean triplets = holds.equals("spike-triplets");
        List<MappingField> fields = new ArrayList<>();
        if (!holdsAverages()) {
            fields.add(
                    variable(activity.at("variable"), "Variable", triplets ? "three columns, or none" : "none", false));
        }
        fields.add(MappingField.at(
                        activity.at("holds"),
                        "Contents",
                        "What the numbers of the variable are.",
                        new Choice(List.of(
                                Option.of("rates", "rates in sp/s"),
                                Option.of("counts", "spike counts per bin"),
                                Option.of("spike-times", "lists of spike times"),
                                Option.of("spike-triplets", "one row per spike: trial, neuron, time"),
                                Option.of("averages", "averages over trials in sp/s"))))
                .then(ArrayForm::forgetHidden));
        if (!triplets) {
            List<String> names = spikes ? SPIKES : holdsAverages() ? AVERAGES : RATES;
            fields.add(axes(activity.at("axes"), names).then(UnfitLabels.of(contents)));
        }
        if (spikes) {
            fields.add(MappingField.at(activity.at("unit"), "Times in", "Unit of the spike times.", UNIT));
            fields.add(variable(activity.at("align"), "Count from", "start of the trial", true));
        }
        if (triplets) {
            fields.add(variable(activity.at("trial_of"), "Trial of every spike", "first column", true));
            fields.add(variable(activity.at("neuron_of"), "Neuron of every spike", "second column", true));
            fields.add(variable(activity.at("time_of"), "Time of every spike", "third column", true));
            fields.add(MappingField.at(
                    activity.at("index_base"),
                    "Numbers count from",
                    "The number of the first trial. Neurons are numbered from the same number.",
                    new Choice(List.of(Option.of("", "as the file says"), Option.of("0", "0"), Option.of("1", "1")))));
        }
        return new MappingSection("Activity", fields);
    }

    /** Removes what the form no longer shows after the contents became averages, or no longer are. */
    private static void forgetHidden(ObjectNode document) {
        boolean averages =
                JsonPlace.of("activity", "holds").get(document).asString("").equals("averages");
        List<JsonPlace> hidden = averages
                ? List.of(JsonPlace.of("activity", "variable"), JsonPlace.of("trials"))
                : List.of(JsonPlace.of("averages"));
        hidden.forEach(place -> place.set(document, MissingNode.getInstance()));
        List<String> axes = averages ? AVERAGES : RATES;
        JsonNode now = JsonPlace.of("activity", "axes").get(document);
        boolean spikes =
                JsonPlace.of("activity", "holds").get(document).asString("").startsWith("spike-");
        if (!spikes && averages != (now.size() == AVERAGES.size())) {
            JsonPlace.of("activity", "axes").set(document, Option.of(axes).value());
        }
    }

    private MappingSection time() {
        JsonPlace time = JsonPlace.of("time");
        List<MappingField> fields = new ArrayList<>();
        fields.add(MappingField.at(time.at("bin_ms"), "Bin (ms)", "Length of a bin.", new Numeral()));
        fields.add(MappingField.at(
                time.at("start_ms"), "Start (ms)", "Start of the first bin, relative to the event.", new Numeral()));
        if (JsonPlace.of("activity", "holds").get(document).asString("").startsWith("spike-")) {
            fields.add(MappingField.at(
                    time.at("stop_ms"), "Stop (ms)", "End of the last bin, relative to the event.", new Numeral()));
        } else {
            fields.add(MappingField.at(
                    time.at("merge_bins"),
                    "Merged bins",
                    "Number of stored bins that make one bin of the session.",
                    new Numeral()));
        }
        fields.add(MappingField.at(time.at("event"), "Event at time 0", "The event at time 0.", new FieldKind.Words()));
        return new MappingSection("Time", fields);
    }

    private MappingSection neurons() {
        JsonPlace neurons = JsonPlace.of("neurons");
        List<MappingField> fields = new ArrayList<>();
        fields.add(variable(neurons.at("ids"), "Numbers", "counted from 0", true));
        fields.add(variable(neurons.at("areas"), "Brain areas", "not given", true));
        fields.add(variable(neurons.at("types"), "Cell types", "not given", true)
                .forgetting(neurons.at("excitatory"), neurons.at("inhibitory"), neurons.at("leave_out")));
        String types = neurons.at("types").get(document).asString("");
        List<String> words = contents.variable(types).map(Entry::values).orElse(List.of());
        words.forEach(word -> fields.add(TypeChoices.ofArrays(word, words)));
        fields.add(MappingField.at(
                neurons.at("others"),
                "Other neurons",
                "The type of the neurons for which the file gives no type.",
                new Choice(List.of(
                        Option.of("UNKNOWN", "unknown"),
                        Option.of("EXCITATORY", "excitatory"),
                        Option.of("INHIBITORY", "inhibitory")))));
        return new MappingSection("Neurons", fields);
    }

    private MappingSection trials() {
        JsonPlace trials = JsonPlace.of("trials");
        return new MappingSection(
                "Trials",
                List.of(
                        variable(trials.at("ids"), "Numbers", "counted from 0", true),
                        variable(trials.at("durations"), "Durations", "as long as the data", true),
                        MappingField.at(trials.at("unit"), "Durations in", "Unit of the durations.", UNIT)));
    }

    /** The variable of an item of a list and the item's name. */
    private List<MappingField> named(JsonPlace place, boolean vectors) {
        List<MappingField> fields = new ArrayList<>();
        fields.add(variable(place.at("variable"), "Variable", "none", vectors));
        fields.add(MappingField.at(place.at("name"), "Name", "If empty, the variable's name.", new FieldKind.Words()));
        return fields;
    }

    private List<MappingField> average(JsonPlace place) {
        List<MappingField> fields = named(place, false);
        fields.add(MappingField.at(
                place.at("trials"),
                "Trials",
                "Number of trials in the average. 0: the number that the values show.",
                new Numeral()));
        return fields;
    }

    private List<MappingField> factor(JsonPlace place) {
        List<MappingField> fields = named(place, true);
        fields.add(MappingField.at(
                place.at("kind"),
                "Kind of values",
                "Whether the values are categories, ordered categories or quantities.",
                new Choice(List.of(
                        Option.of("categorical", "categories"),
                        Option.of("ordinal", "ordered categories"),
                        Option.of("continuous", "quantities")))));
        return fields;
    }

    private List<MappingField> input(JsonPlace place) {
        String form = place.at("form").get(document).asString("signal");
        List<MappingField> fields = named(place, false);
        fields.add(MappingField.at(
                place.at("form"),
                "Kind of input",
                "How the input is stored in the file.",
                new Choice(List.of(
                        Option.of("signal", "a value per trial and bin"),
                        Option.of("pulse", "an event: 1 in its bin"),
                        Option.of("step", "an event: 1 from then on")))));
        if (form.equals("signal")) {
            fields.add(axes(place.at("axes"), SIGNAL));
            fields.add(MappingField.at(
                    place.at("continuous"),
                    "Scaling",
                    "Continuous signals are z-scored.",
                    new Choice(List.of(Option.of(false, "as it is"), Option.of(true, "z-scored")))));
        } else {
            fields.add(MappingField.at(place.at("unit"), "Times in", "Unit of the event times.", UNIT));
        }
        if (form.equals("step")) {
            fields.add(variable(place.at("until"), "Until", "end of the trial", true));
        }
        return fields;
    }

    /** One section for every item of a list; the last one adds another item. */
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
            MappingSection.Change remove =
                    new MappingSection.Change(id, "Remove", json -> place.set(json, MissingNode.getInstance()));
            sections.add(new MappingSection(title + " " + (i + 1), fields.apply(place), List.of(remove)));
        }
        MappingSection.Change add = new MappingSection.Change(
                "add-" + name,
                "Add %s".formatted(name.equals("label") ? "a label" : "an %s".formatted(name)),
                json -> list.at(size).set(json, fresh.deepCopy()));
        sections.add(new MappingSection("", List.of(), List.of(add)));
        return sections.stream();
    }

    private ObjectNode newItem(String variable) {
        return JsonNodeFactory.instance.objectNode().put(variable, "");
    }

    /** A choice among the file's variables, optionally only vectors, optionally with a choice for none. */
    private MappingField variable(JsonPlace place, String label, String none, boolean vectors) {
        String said = place.get(document).asString("");
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", "(" + none + ")"));
        contents.variables().stream()
                .filter(entry -> isVector(entry) == vectors || entry.path().equals(said))
                .forEach(entry -> options.add(Option.of(entry.path(), entry.text())));
        if (options.stream().noneMatch(option -> option.value().asString("").equals(said))) {
            options.add(Option.of(said, "%s  (not in this file)".formatted(said)));
        }
        return MappingField.at(place, label, "The name of the variable in the file.", new Choice(List.copyOf(options)));
    }

    private static boolean isVector(Entry entry) {
        return entry.shape().stream().filter(length -> length != 1).count() == 1;
    }

    private static MappingField axes(JsonPlace place, List<String> axes) {
        return MappingField.at(
                place,
                "Axes in order",
                "The meaning of the axes in the file's order; the axes of a cell array come before those of its "
                        + "arrays.",
                AxisOrders.of(axes));
    }
}
