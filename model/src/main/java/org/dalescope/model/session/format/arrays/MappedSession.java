package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.ArrayMapping.Label;
import org.dalescope.model.session.ArrayMapping.Neurons;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.CellTypeCodes;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.format.MissingRates;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.LabelValues;
import org.dalescope.model.session.format.container.Variable.Text;

/** Reads a session from a container of arrays according to a mapping. */
public final class MappedSession {
    private final ContainerVariables variables;
    private final ArrayMapping mapping;
    private final List<Finding> notes;

    private MappedSession(ContainerVariables variables, ArrayMapping mapping, List<Finding> notes) {
        this.variables = variables;
        this.mapping = mapping;
        this.notes = new ArrayList<>(notes);
    }

    /**
     * Reads the session.
     *
     * @param notes the guesses in the mapping
     * @throws InputError that names the part of the mapping that does not fit the file
     */
    public static Session read(Container container, ArrayMapping mapping, List<Finding> notes, SessionRequest request) {
        return new MappedSession(new ContainerVariables(container), mapping, notes).read(container.format(), request);
    }

    private Session read(String format, SessionRequest request) {
        Timing stored = mapping.time();
        if (!(stored.binMs() > 0)) {
            throw new InputError("The mapping gives no bin length: set time.bin_ms to the length of a bin in ms.");
        }
        Optional<AveragedActivity> averaged = averaged();
        averaged.ifPresent(_ -> notes.add(Finding.warning(
                "averages",
                "The file holds averages over trials. The trials of the session are drawn from them at random, so"
                        + " L_trial, bits per spike, drift and variability say nothing about the recording.")));
        Timing time = stored.merged();
        RecordedValues activity =
                sampled(merged(averaged.map(AveragedActivity::counts).orElseGet(this::activity)), time);
        request.watch().at(0.6);
        MissingRates recorded = MissingRates.of(activity.values(), activity.trials(), activity.bins(), activity.last());
        List<Neuron> all = neurons(activity.last(), activity.names());
        int[] kept = kept(recorded.neurons(), activity.last());
        if (kept.length < recorded.neurons().length) {
            recorded = MissingRates.of(only(activity, kept), activity.trials(), activity.bins(), kept.length);
        }
        notes.addAll(recorded.notes());
        if (recorded.isEmpty()) {
            throw new InputError(
                    "'" + mapping.activity().variable() + "' has no neuron with values: check the mapping.");
        }
        MappedInputs inputs = new MappedInputs(variables, time, stored.mergeBins(), recorded.observed());
        mapping.inputs().forEach(inputs::add);
        TimeAxis axis = new TimeAxis(time.binMs(), time.startMs() + time.binMs() / 2, activity.bins(), time.event());
        return new Session(
                String.valueOf(request.file().getFileName()),
                new SessionSource(request.file(), format, request.sha256(), List.copyOf(notes), Optional.of(mapping)),
                axis,
                Arrays.stream(kept).mapToObj(all::get).toList(),
                inputs.columns().channels(),
                factors(averaged, activity.trials()),
                trialIds(activity.trials()),
                durations(activity, time),
                recorded.rates(),
                inputs.columns().inputs(),
                recorded.observed());
    }

    /** The stored rates or counts; NaN where nothing was recorded. */
    private RecordedValues activity() {
        Content holds = mapping.activity().holds();
        if (holds != Content.SPIKE_TIMES && mapping.activity().axes().contains(Axis.SPIKE)) {
            throw new InputError("The mapping gives '"
                    + mapping.activity().variable()
                    + "' the axis \"spike\", which only spike times have: set activity.holds to \"spike-times\", or"
                    + " correct the axis.");
        }
        RecordedValues read = holds == Content.SPIKE_TIMES || holds == Content.SPIKE_TRIPLETS
                ? new SpikeTimeReader(variables, mapping, notes).read()
                : RecordedValues.of(
                        NestedCells.of(
                                variables.named(mapping.activity().variable(), "the activity"),
                                mapping.activity().axes(),
                                false),
                        Axis.NEURON,
                        "'" + mapping.activity().variable() + "'");
        refuseNegative(read);
        return read;
    }

    /** The averages, if the file holds averages. */
    private Optional<AveragedActivity> averaged() {
        if (mapping.activity().holds() == Content.AVERAGES) {
            return Optional.of(AveragedActivity.read(variables, mapping, notes));
        }
        if (!mapping.averages().isEmpty()) {
            throw new InputError("The mapping lists averages, but activity.holds is not \"averages\": set it, or leave"
                    + " out the list.");
        }
        return Optional.empty();
    }

    /** The values in the bins of the session. */
    private RecordedValues merged(RecordedValues read) {
        int merge = mapping.time().mergeBins();
        Content holds = mapping.activity().holds();
        boolean times = holds == Content.SPIKE_TIMES || holds == Content.SPIKE_TRIPLETS;
        if (merge < 1 || merge > read.bins() || (times && merge > 1)) {
            throw new InputError("time.merge_bins is " + merge
                    + (times
                            ? ", but spike times have no stored bins: leave it out, and set time.bin_ms to the wanted"
                                    + " length."
                            : ": give a number of bins from 1 to the " + read.bins() + " that are stored."));
        }
        return read.merged(merge, holds == Content.RATES ? merge : 1);
    }

    /** Rates in sp/s. */
    private RecordedValues sampled(RecordedValues read, Timing time) {
        if (mapping.activity().holds() == Content.RATES) {
            return read;
        }
        double perSecond = 1000 / time.binMs();
        double[] rates = Arrays.stream(read.values()).map(v -> v * perSecond).toArray();
        return new RecordedValues(rates, read.trials(), read.bins(), read.last(), read.binsOfTrial(), read.names());
    }

    private void refuseNegative(RecordedValues read) {
        double least = Arrays.stream(read.values()).filter(v -> v < 0).min().orElse(0);
        if (least < 0) {
            long count = Arrays.stream(read.values()).filter(v -> v < 0).count();
            throw new InputError("'" + mapping.activity().variable() + "' holds " + count + " negative numbers ("
                    + ContainerVariables.plain(least)
                    + " is the lowest), so it cannot be spike counts or rates in sp/s: name another variable as"
                    + " activity.variable in the mapping, or export rates before they are standardised.");
        }
    }

    private static double[] only(RecordedValues all, int[] kept) {
        double[] values = new double[all.trials() * all.bins() * kept.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.values()[i / kept.length * all.last() + kept[i % kept.length]];
        }
        return values;
    }

    private int[] kept(int[] withData, int count) {
        Neurons said = mapping.neurons();
        if (said.types().isEmpty() || said.leaveOut().isEmpty()) {
            return withData;
        }
        List<String> words = variables.words(said.types(), "the neurons' types", count);
        return Arrays.stream(withData)
                .filter(n -> !said.leaveOut().contains(words.get(n)))
                .toArray();
    }

    private List<Neuron> neurons(int count, int[] names) {
        Neurons said = mapping.neurons();
        List<String> types =
                said.types().isEmpty() ? List.of() : variables.words(said.types(), "the neurons' types", count);
        List<String> areas =
                said.areas().isEmpty() ? List.of() : variables.words(said.areas(), "the neurons' areas", count);
        int[] positions =
                names.length == count ? names : IntStream.range(0, count).toArray();
        int[] ids = said.ids().isEmpty() || names.length == count ? positions : ids(said.ids(), "neuron ids", count);
        List<Neuron> neurons = IntStream.range(0, count)
                .mapToObj(n -> new Neuron(
                        ids[n],
                        types.isEmpty() ? said.others() : CellTypeCodes.type(types.get(n), said),
                        areas.isEmpty() ? "" : areas.get(n)))
                .toList();
        long unknown =
                neurons.stream().filter(n -> n.type() == NeuronType.UNKNOWN).count();
        if (unknown > 0) {
            notes.add(Finding.warning(
                    "unknown-types",
                    unknown + " of " + count
                            + " neurons have an unknown type: if the file has their types, name the variable as"
                            + " neurons.types in the mapping, or set neurons.others."));
        }
        return neurons;
    }

    private int[] trialIds(int trials) {
        return mapping.trials().ids().isEmpty()
                ? IntStream.range(0, trials).toArray()
                : ids(mapping.trials().ids(), "trial ids", trials);
    }

    /** The ids if they are distinct whole numbers; otherwise the positions. */
    private int[] ids(String variable, String role, int count) {
        if (!(variables.named(variable, role) instanceof Text)) {
            double[] numbers = variables.numbers(variable, role, count);
            boolean whole = Arrays.stream(numbers).allMatch(v -> v == (int) v);
            if (whole && Arrays.stream(numbers).distinct().count() == count) {
                return Arrays.stream(numbers).mapToInt(v -> (int) v).toArray();
            }
        }
        notes.add(Finding.notice(
                "counted-ids",
                "The " + role + " in '" + variable + "' are not distinct whole numbers: positions are used."));
        return IntStream.range(0, count).toArray();
    }

    private double[] durations(RecordedValues activity, Timing time) {
        double binMs = time.binMs();
        if (mapping.trials().durations().isEmpty()) {
            return Arrays.stream(activity.binsOfTrial())
                    .mapToDouble(b -> b * binMs)
                    .toArray();
        }
        double unit = mapping.trials().unit().ms();
        double[] said = variables.numbers(mapping.trials().durations(), "the trials' durations", activity.trials());
        return Arrays.stream(said).map(v -> Double.isNaN(v) ? 0 : v * unit).toArray();
    }

    private List<Factor> factors(Optional<AveragedActivity> averaged, int trials) {
        return averaged.map(averages -> List.of(averages.factor())).orElseGet(() -> mapping.trials().factors().stream()
                .map(label -> factor(label, trials))
                .toList());
    }

    private Factor factor(Label label, int trials) {
        String name = label.name().isEmpty() ? label.variable() : label.name();
        Factor.Kind kind =
                switch (label.kind()) {
                    case CATEGORICAL -> Factor.Kind.CATEGORICAL;
                    case ORDINAL -> Factor.Kind.ORDINAL;
                    case CONTINUOUS -> Factor.Kind.CONTINUOUS;
                };
        String role = "the label '" + name + "'";
        Optional<double[]> numbers = LabelValues.numbers(variables, label.variable(), role, trials);
        if (numbers.isPresent()) {
            return new Factor(name, kind, numbers.get(), Double.NaN, Map.of());
        }
        List<String> words = variables.words(label.variable(), role, trials);
        List<String> levels = LabelValues.levels(words);
        Map<Double, String> labels = new HashMap<>();
        IntStream.range(0, levels.size()).forEach(i -> labels.put((double) i, levels.get(i)));
        double[] codes = words.stream()
                .mapToDouble(word -> levels.contains(word) ? levels.indexOf(word) : Double.NaN)
                .toArray();
        return new Factor(name, kind, codes, Double.NaN, Map.copyOf(labels));
    }
}
