package org.dalescope.model.session.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.container.Elements;
import org.dalescope.model.session.container.Variable.Numeric;
import org.dalescope.model.session.mapping.ArrayMapping.Activity;
import org.dalescope.model.session.mapping.ArrayMapping.Axis;
import org.dalescope.model.session.mapping.ArrayMapping.Timing;
import org.dalescope.model.session.quality.Finding;

/** Spike times counted in half-open bins: a spike on an edge belongs to the later bin. */
final class SpikeReader {
    private final Variables variables;
    private final ArrayMapping mapping;
    private final List<Finding> notes;
    private final int bins;

    SpikeReader(Variables variables, ArrayMapping mapping, List<Finding> notes) {
        this.variables = variables;
        this.mapping = mapping;
        this.notes = notes;
        Timing time = mapping.time();
        double exact = (time.stopMs() - time.startMs()) / time.binMs();
        if (!(time.binMs() > 0) || !(exact >= 1) || exact > Elements.MOST) {
            throw new Refusal(
                    "Spike times need a window and a bin: set time.bin_ms, time.start_ms and time.stop_ms in the"
                            + " mapping (it says " + time.binMs() + ", " + time.startMs() + " and " + time.stopMs()
                            + ").");
        }
        bins = (int) Math.floor(exact + 1e-9);
    }

    Recording read() {
        Activity activity = mapping.activity();
        return activity.holds() == ArrayMapping.Content.SPIKE_TRIPLETS ? triplets(activity) : lists(activity);
    }

    private Recording lists(Activity activity) {
        List<Leaves.Leaf> leaves =
                Leaves.of(variables.named(activity.variable(), "the activity"), activity.axes(), true);
        int neurons = 1 + leaves.stream().mapToInt(Leaves.Leaf::neuron).max().orElse(0);
        if (activity.align().isEmpty()) {
            if (!activity.axes().contains(Axis.TRIAL)) {
                throw new Refusal(
                        "'" + activity.variable() + "' holds spike times of the whole session: name the variable"
                                + " with every trial's event time as activity.align in the mapping.");
            }
            int trials = 1 + leaves.stream().mapToInt(Leaves.Leaf::trial).max().orElse(0);
            Recording counted = empty(trials, neurons);
            leaves.forEach(leaf -> count(
                    counted, leaf.trial(), leaf.neuron(), leaf.array().values().get(), 0));
            return counted;
        }
        double[] events = variables.numbers(activity.align(), "the trials' event times");
        Recording counted = empty(events.length, neurons);
        for (Leaves.Leaf leaf : leaves) {
            double[] times = leaf.array().values().get();
            for (int trial = 0; trial < events.length; trial++) {
                if (leaf.trial() == trial || !activity.axes().contains(Axis.TRIAL)) {
                    count(counted, trial, leaf.neuron(), times, events[trial]);
                }
            }
        }
        return counted;
    }

    private Recording triplets(Activity activity) {
        double[][] columns = columns(activity);
        int[] neuron = positions(columns[1], "neuron", mapping.neurons().ids(), -1);
        if (activity.trialOf().isEmpty() && !activity.align().isEmpty()) {
            double[] events = variables.numbers(activity.align(), "the trials' event times");
            Recording counted =
                    empty(events.length, 1 + Arrays.stream(neuron).max().orElse(0));
            for (int i = 0; i < neuron.length; i++) {
                for (int trial = 0; trial < events.length; trial++) {
                    count(counted, trial, neuron[i], new double[] {columns[2][i]}, events[trial]);
                }
            }
            return counted;
        }
        int[] trial = positions(columns[0], "trial", mapping.trials().ids(), trialsSaid());
        int trials = Math.max(trialsSaid(), 1 + Arrays.stream(trial).max().orElse(0));
        Recording counted = empty(trials, 1 + Arrays.stream(neuron).max().orElse(0));
        for (int i = 0; i < trial.length; i++) {
            count(counted, trial[i], neuron[i], new double[] {columns[2][i]}, 0);
        }
        return counted;
    }

    private double[][] columns(Activity activity) {
        if (activity.variable().isEmpty()) {
            double[] times = variables.numbers(activity.timeOf(), "the spikes' times");
            double[] trials = activity.trialOf().isEmpty()
                    ? new double[times.length]
                    : variables.numbers(activity.trialOf(), "the spikes' trials", times.length);
            return new double[][] {
                trials, variables.numbers(activity.neuronOf(), "the spikes' neurons", times.length), times
            };
        }
        if (!(variables.named(activity.variable(), "the spikes") instanceof Numeric table)
                || table.shape().length != 2
                || (table.shape()[0] != 3 && table.shape()[1] != 3)) {
            throw new Refusal("'" + activity.variable()
                    + "' must have three columns (trial, neuron, time) to hold spike" + " triplets.");
        }
        int across = table.shape()[1] == 3 ? 1 : 0;
        int spikes = table.shape()[1 - across];
        double[] values = table.values().get();
        int[] strides = table.strides();
        double[][] columns = new double[3][spikes];
        for (int i = 0; i < 3 * spikes; i++) {
            columns[i / spikes][i % spikes] = values[i / spikes * strides[across] + i % spikes * strides[1 - across]];
        }
        return columns;
    }

    /** Positions of numbers: by the ids where all of them are there, else counted from 0 or 1, whichever occurs. */
    private int[] positions(double[] numbers, String what, String ids, int count) {
        if (!ids.isEmpty()) {
            double[] known = variables.numbers(ids, what + " ids");
            Map<Double, Integer> byId = new HashMap<>();
            IntStream.range(0, known.length).forEach(i -> byId.put(known[i], i));
            if (Arrays.stream(numbers).allMatch(byId::containsKey)) {
                return Arrays.stream(numbers).mapToInt(byId::get).toArray();
            }
        }
        double least = Arrays.stream(numbers).min().orElse(0);
        double most = Arrays.stream(numbers).max().orElse(0);
        int first = least < 0.5 || (count > 0 && most < count - 0.5 && least > 1.5 && most == count - 1) ? 0 : 1;
        if (least < 0 || most > Elements.MOST || Arrays.stream(numbers).anyMatch(v -> v != Math.rint(v))) {
            throw new Refusal("The spikes' " + what + " numbers run from " + least + " to " + most
                    + " and must be whole numbers of at least 0: check the mapping's columns.");
        }
        notes.add(Finding.notice("index-base", "The spikes' " + what + " numbers are counted from " + first + "."));
        return Arrays.stream(numbers).mapToInt(v -> (int) v - first).toArray();
    }

    /** Trials without a spike are known from the labels only. */
    private int trialsSaid() {
        List<String> told = new ArrayList<>();
        told.add(mapping.trials().ids());
        told.add(mapping.trials().durations());
        mapping.trials().factors().forEach(label -> told.add(label.variable()));
        return told.stream()
                .filter(name -> variables.all().containsKey(name))
                .mapToInt(name -> variables.named(name, "a trial label").size())
                .max()
                .orElse(-1);
    }

    private Recording empty(int trials, int neurons) {
        Elements.checked("the counts", new int[] {trials, bins, neurons});
        int[] all = new int[trials];
        Arrays.fill(all, bins);
        return new Recording(new double[trials * bins * neurons], trials, bins, neurons, all);
    }

    private void count(Recording counted, int trial, int neuron, double[] times, double event) {
        double unit = mapping.activity().unit().ms();
        for (double time : times) {
            double bin = Math.floor(((time - event) * unit - mapping.time().startMs())
                            / mapping.time().binMs()
                    + 1e-9);
            if (bin >= 0 && bin < bins) {
                counted.values()[(trial * bins + (int) bin) * counted.last() + neuron]++;
            }
        }
    }
}
