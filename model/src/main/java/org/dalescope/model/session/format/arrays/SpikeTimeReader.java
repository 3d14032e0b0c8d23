package org.dalescope.model.session.format.arrays;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Activity;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.format.SpikeClockDetector;
import org.dalescope.model.session.format.TrialTimeDetector;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.container.Variable.Numeric;

/**
 * Reads spike times from a file of named arrays and counts them in half-open bins: a spike on an edge belongs to the
 * later bin.
 */
final class SpikeTimeReader {
    private final ContainerVariables variables;
    private final ArrayMapping mapping;
    private final List<Finding> notes;
    private final int bins;

    SpikeTimeReader(ContainerVariables variables, ArrayMapping mapping, List<Finding> notes) {
        this.variables = variables;
        this.mapping = mapping;
        this.notes = notes;
        Timing time = mapping.time();
        double exact = (time.stopMs() - time.startMs()) / time.binMs();
        if (!(time.binMs() > 0) || !(exact >= 1) || exact > ElementCounts.MOST) {
            throw new InputError(
                    "Spike times need a window and a bin: set time.bin_ms, time.start_ms and time.stop_ms in the"
                            + " mapping (they are " + time.binMs() + ", " + time.startMs() + " and " + time.stopMs()
                            + ").");
        }
        bins = (int) Math.floor(exact + 1e-9);
    }

    RecordedValues read() {
        Activity activity = mapping.activity();
        return activity.holds() == ArrayMapping.Content.SPIKE_TRIPLETS ? triplets(activity) : lists(activity);
    }

    private RecordedValues lists(Activity activity) {
        List<NestedCells.Leaf> leaves =
                NestedCells.of(variables.named(activity.variable(), "the activity"), activity.axes(), true);
        int neurons =
                1 + leaves.stream().mapToInt(NestedCells.Leaf::neuron).max().orElse(0);
        boolean perTrial = activity.axes().contains(Axis.TRIAL);
        if (activity.align().isEmpty()) {
            if (!perTrial) {
                throw new InputError(
                        "'" + activity.variable() + "' holds spike times of the whole session: name the variable"
                                + " with every trial's event time as activity.align in the mapping.");
            }
            int trials =
                    1 + leaves.stream().mapToInt(NestedCells.Leaf::trial).max().orElse(0);
            RecordedValues counted = empty(trials, neurons, new int[0]);
            leaves.forEach(leaf -> count(
                    counted, leaf.trial(), leaf.neuron(), leaf.array().values().get(), 0));
            return counted;
        }
        double[] events = events(activity);
        if (!perTrial) {
            double[][] trains = new double[neurons][0];
            leaves.forEach(leaf -> trains[leaf.neuron()] = leaf.array().values().get());
            return session(trains, events, new int[0]);
        }
        RecordedValues counted = empty(events.length, neurons, new int[0]);
        for (NestedCells.Leaf leaf : leaves) {
            if (leaf.trial() < events.length) {
                count(
                        counted,
                        leaf.trial(),
                        leaf.neuron(),
                        leaf.array().values().get(),
                        events[leaf.trial()]);
            }
        }
        return counted;
    }

    private RecordedValues triplets(Activity activity) {
        refuseTwoClocks(activity);
        double[][] columns = columns(activity);
        SpikeIndexes numbers = new SpikeIndexes(variables, mapping, notes);
        if (activity.trialOf().isEmpty() && !activity.align().isEmpty()) {
            SpikeIndexes.Places neuron = numbers.clusters(columns[1]);
            return session(trains(neuron, columns[2]), events(activity), neuron.names());
        }
        SpikeIndexes.Both both = numbers.both(columns[0], columns[1]);
        RecordedValues counted = empty(
                both.trials().count(), both.neurons().count(), both.neurons().names());
        double[] time = new double[1];
        for (int i = 0; i < columns[2].length; i++) {
            time[0] = columns[2][i];
            count(counted, both.trials().of()[i], both.neurons().of()[i], time, 0);
        }
        return counted;
    }

    /**
     * Checks that each spike's trial is given either by its number or by its time on the session's clock, not by both.
     */
    private static void refuseTwoClocks(Activity activity) {
        boolean aligned = !activity.align().isEmpty();
        if (aligned && !activity.variable().isEmpty()) {
            throw new InputError(
                    "'" + activity.variable() + "' has a column with every spike's trial, but activity.align says that"
                            + " the times count from the session's start: leave out activity.align if the times count"
                            + " from each trial; otherwise name activity.neuron_of and activity.time_of instead of"
                            + " activity.variable.");
        }
        if (aligned && !activity.trialOf().isEmpty()) {
            throw new InputError("activity.trial_of gives every spike's trial, but activity.align says that the times"
                    + " count from the session's start: leave out activity.align if the times count from each trial;"
                    + " otherwise leave out activity.trial_of.");
        }
        if (!aligned && activity.variable().isEmpty() && activity.trialOf().isEmpty()) {
            throw new InputError(
                    "Nothing gives the trials of the spikes in '" + activity.timeOf() + "': name the variable with"
                            + " every spike's trial as activity.trial_of or, if the times count from the session's"
                            + " start, the variable with every trial's event time as activity.align.");
        }
    }

    private double[] events(Activity activity) {
        return variables.numbers(activity.align(), "the trials' event times");
    }

    /** Every neuron's spike times in the file's order. */
    private static double[][] trains(SpikeIndexes.Places neuron, double[] times) {
        int[] lengths = new int[neuron.count()];
        Arrays.stream(neuron.of()).forEach(n -> lengths[n]++);
        double[][] trains = new double[neuron.count()][];
        Arrays.setAll(trains, n -> new double[lengths[n]]);
        int[] filled = new int[neuron.count()];
        for (int i = 0; i < times.length; i++) {
            int n = neuron.of()[i];
            trains[n][filled[n]++] = times[i];
        }
        return trains;
    }

    /** Counts spikes on the session's clock around every trial's event. */
    private RecordedValues session(double[][] trains, double[] events, int[] names) {
        refusePerTrial(trains, events);
        SpikeClockDetector clock = new SpikeClockDetector(trains.length);
        double seconds = mapping.activity().unit().ms() / 1000;
        int[][] runs = new int[trains.length][];
        for (int n = 0; n < trains.length; n++) {
            runs[n] = new int[trains[n].length];
            for (int i = 0; i < runs[n].length; i++) {
                runs[n][i] = Double.isFinite(trains[n][i]) ? clock.next(n, trains[n][i] * seconds) : 0;
            }
        }
        SpikeClockDetector.Verdict verdict = clock.verdict();
        double[] eventsS = Arrays.stream(events).map(v -> v * seconds).toArray();
        int[] trialRuns = SpikeClockDetector.runsOf(eventsS);
        boolean trialsToo = verdict.agreesWith(trialRuns);
        if (!trialsToo) {
            // A trial table that is sorted by condition also goes back, so the run of a trial is not known.
            Arrays.fill(trialRuns, 0);
        }
        String before = text(verdict.lastTrial(eventsS, trialRuns));
        verdict.finding(before, trialsToo).ifPresent(notes::add);
        RecordedValues counted = empty(events.length, trains.length, names);
        for (int n = 0; n < trains.length; n++) {
            for (int run = 0; run < (verdict.restarts() ? verdict.runs() : 1); run++) {
                double[] sorted = sorted(trains[n], runs[n], verdict.restarts() ? run : -1);
                for (int trial = 0; trial < events.length; trial++) {
                    int wanted = verdict.restarts() ? trialRuns[trial] : 0;
                    if (wanted == run && Double.isFinite(events[trial])) {
                        count(counted, trial, n, around(sorted, events[trial]), events[trial]);
                    }
                }
            }
        }
        return counted;
    }

    /** The finite times of one run of the clock, or of all (-1), in ascending order. */
    private static double[] sorted(double[] train, int[] runs, int run) {
        double[] times = new double[train.length];
        int count = 0;
        for (int i = 0; i < train.length; i++) {
            if (Double.isFinite(train[i]) && (run < 0 || runs[i] == run)) {
                times[count++] = train[i];
            }
        }
        double[] kept = Arrays.copyOf(times, count);
        Arrays.sort(kept);
        return kept;
    }

    /** The times that can be in an event's window, with a margin of one bin on both sides. */
    private double[] around(double[] sorted, double event) {
        double unit = mapping.activity().unit().ms();
        Timing time = mapping.time();
        double from = event + (time.startMs() - time.binMs()) / unit;
        double until = event + (time.stopMs() + time.binMs()) / unit;
        return Arrays.copyOfRange(sorted, place(sorted, from), place(sorted, until));
    }

    /** The number of ascending times that are smaller. */
    private static int place(double[] sorted, double time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String text(OptionalInt trial) {
        return trial.isPresent() ? String.valueOf(trial.getAsInt()) : "";
    }

    private void refusePerTrial(double[][] trains, double[] events) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] train : trains) {
            for (double time : train) {
                if (Double.isFinite(time)) {
                    low = Math.min(low, time);
                    high = Math.max(high, time);
                }
            }
        }
        if (TrialTimeDetector.perTrial(high - low, events)) {
            Activity activity = mapping.activity();
            throw new InputError("The spike times only run from " + ContainerVariables.plain(low) + " to "
                    + ContainerVariables.plain(high)
                    + ", but the trials' events in '" + activity.align()
                    + "' span a whole session: the spike times seem to be counted from each trial. If they are, leave"
                    + " out activity.align and give every spike's trial (the axis trial, or activity.trial_of);"
                    + " otherwise export all times on the session's clock.");
        }
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
            throw new InputError("'" + activity.variable()
                    + "' must have three columns (trial, neuron, time) to hold spike triplets: choose another variable"
                    + " in the mapping.");
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

    private RecordedValues empty(int trials, int neurons, int[] names) {
        ElementCounts.checked("the counts", new int[] {trials, bins, neurons});
        int[] all = new int[trials];
        Arrays.fill(all, bins);
        return new RecordedValues(new double[trials * bins * neurons], trials, bins, neurons, all, names);
    }

    private void count(RecordedValues counted, int trial, int neuron, double[] times, double event) {
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
