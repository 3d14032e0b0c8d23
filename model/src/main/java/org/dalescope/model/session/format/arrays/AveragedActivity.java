package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Average;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.ElementCounts;

/**
 * The activity of a file of averages. An average over N trials tells how many spikes all N trials had together in every
 * bin. These spikes are distributed over N trials at random, so that the trials have exactly the stored average. If the
 * spikes of the recording were Poisson, disjoint sets of such trials are independent of each other, as those of a
 * recording are (Poisson thinning; docs/perturbation-test.md). Nothing else about single trials is true.
 *
 * @param counts spike counts per trial, bin and neuron
 * @param condition the number of the average of every trial, counted from 0
 */
record AveragedActivity(RecordedValues counts, double[] condition, List<Average> averages) {
    /** The name of the factor that tells the average of every trial. */
    static final String FACTOR = "average";

    /** The largest distance of a number of spikes from a whole number, from rounding in the file. */
    private static final double ROUNDING = 0.02;

    private static final int MOST_TRIALS = 5000;
    /** The fewest different values that show a number of trials. */
    private static final int LEAST_VALUES = 5;

    private static final long SEED = 1;

    /** The numbers of spikes of an average in its bins, {@code [bin][neuron]}, and the number of its trials. */
    private record Spikes(long[] total, int trials) {}

    /**
     * Reads the averages.
     *
     * @throws InputError if a variable is missing or does not fit, or the number of trials is not given and not clear
     */
    static AveragedActivity read(ContainerVariables variables, ArrayMapping mapping, List<Finding> notes) {
        check(mapping);
        List<Spikes> all = new ArrayList<>();
        int bins = 0;
        int neurons = 0;
        for (Average average : mapping.averages()) {
            RecordedValues read = RecordedValues.of(
                    NestedCells.of(
                            variables.named(average.variable(), "an average"),
                            mapping.activity().axes(),
                            false),
                    Axis.NEURON,
                    "'" + average.variable() + "'");
            if (!all.isEmpty() && (read.bins() != bins || read.last() != neurons)) {
                throw new InputError("'" + average.variable() + "' has " + read.last() + " neurons x " + read.bins()
                        + " bins, but the first average has " + neurons + " x " + bins
                        + ": all averages must have the same neurons and bins.");
            }
            bins = read.bins();
            neurons = read.last();
            all.add(spikes(average, read, mapping.time().binMs(), notes));
        }
        return drawn(mapping.averages(), all, bins, neurons);
    }

    private static void check(ArrayMapping mapping) {
        if (mapping.averages().isEmpty()) {
            throw new InputError("The mapping says that the activity holds averages, but names none: list their"
                    + " variables in averages, such as {\"variable\": \"psth_off\"}.");
        }
        if (!mapping.activity().variable().isEmpty()) {
            throw new InputError("activity.variable has no effect if the activity holds averages: name the variables in"
                    + " averages, and leave it out.");
        }
        if (mapping.activity().axes().contains(Axis.TRIAL)) {
            throw new InputError("An average has no axis of trials: give the axes of one average in activity.axes, such"
                    + " as [\"neuron\", \"bin\"].");
        }
        boolean perTrial = !mapping.trials().ids().isEmpty()
                || !mapping.trials().durations().isEmpty()
                || !mapping.trials().factors().isEmpty();
        if (perTrial) {
            throw new InputError("trials has no effect if the activity holds averages: leave it out.");
        }
    }

    private static Spikes spikes(Average average, RecordedValues read, double binMs, List<Finding> notes) {
        double[] values = read.values();
        if (Arrays.stream(values).anyMatch(v -> !(v >= 0))) {
            throw new InputError("'" + average.variable() + "' holds negative or missing numbers, so it cannot be mean"
                    + " rates in sp/s: name another variable, or export rates before they are standardised.");
        }
        double seconds = binMs / 1000;
        boolean said = average.trials() != 0;
        if (average.trials() < 0 || average.trials() > MOST_TRIALS) {
            throw new InputError("The average '" + average.label() + "' has " + average.trials()
                    + " trials in the mapping: give a number from 1 to " + MOST_TRIALS + ".");
        }
        int trials = said ? average.trials() : shown(average, values, seconds);
        long[] total = new long[values.length];
        double off = 0;
        for (int i = 0; i < total.length; i++) {
            double exact = values[i] * seconds * trials;
            total[i] = Math.round(exact);
            off = Math.max(off, Math.abs(exact - total[i]));
        }
        notes.add(
                said && off > ROUNDING
                        ? Finding.warning(
                                "rounded-averages",
                                "With " + trials + " trials, '" + average.label()
                                        + "' does not have whole numbers of spikes in its bins: they are rounded, by up"
                                        + " to " + ContainerVariables.plain(Math.rint(off * 100) / 100)
                                        + " spikes. Check the number of trials.")
                        : Finding.notice(
                                "averaged-trials",
                                "'" + average.label() + "' is the average of " + trials + " trials"
                                        + (said
                                                ? "."
                                                : ": with this number its bins have whole numbers"
                                                        + " of spikes. To change it, give --average-trials.")));
        return new Spikes(total, trials);
    }

    /** The number of trials with which every bin has a whole number of spikes. */
    private static int shown(Average average, double[] values, double seconds) {
        double[] different = Arrays.stream(values).filter(v -> v > 0).distinct().toArray();
        int best = 0;
        double least = ROUNDING;
        for (int trials = 1; trials <= MOST_TRIALS && different.length >= LEAST_VALUES; trials++) {
            double spikes = seconds * trials;
            double off = Arrays.stream(different)
                    .map(v -> Math.abs(v * spikes - Math.rint(v * spikes)))
                    .max()
                    .orElse(1);
            // A number next to the right one is nearly right if all rates are low: the nearest counts.
            if (off < least && divisor(different, spikes) == 1) {
                best = trials;
                least = off;
            }
        }
        if (best > 0) {
            return best;
        }
        throw new InputError("The file does not show how many trials the average '" + average.label()
                + "' has, because with no number of trials its bins have whole numbers of spikes: give the number with"
                + " --average-trials, or as averages[].trials in the mapping.");
    }

    /**
     * The greatest common divisor of the numbers of spikes. It is 1 for the right number of trials. It is larger if the
     * rates were scaled and a number of trials makes them whole by accident.
     */
    private static long divisor(double[] rates, double spikes) {
        long divisor = 0;
        for (double rate : rates) {
            long other = Math.round(rate * spikes);
            while (other != 0) {
                long rest = divisor % other;
                divisor = other;
                other = rest;
            }
        }
        return divisor;
    }

    private static AveragedActivity drawn(List<Average> averages, List<Spikes> all, int bins, int neurons) {
        int trials = all.stream().mapToInt(Spikes::trials).sum();
        ElementCounts.checked("the trials of all averages", new int[] {trials, bins, neurons});
        double[] counts = new double[trials * bins * neurons];
        double[] condition = new double[trials];
        int first = 0;
        for (int k = 0; k < all.size(); k++) {
            Spikes spikes = all.get(k);
            Arrays.fill(condition, first, first + spikes.trials(), k);
            CounterRandom random =
                    CounterRandom.of(SEED, Stream.AVERAGED_SPIKES).at(k);
            for (int i = 0; i < spikes.total().length; i++) {
                CounterRandom own = random.at(i);
                for (long spike = 0; spike < spikes.total()[i]; spike++) {
                    int trial = first + (int) (own.uniform(spike) * spikes.trials());
                    counts[trial * bins * neurons + i]++;
                }
            }
            first += spikes.trials();
        }
        int[] binsOfTrial = new int[trials];
        Arrays.fill(binsOfTrial, bins);
        RecordedValues values = new RecordedValues(counts, trials, bins, neurons, binsOfTrial, new int[0]);
        return new AveragedActivity(values, condition, averages);
    }

    /** The factor whose levels are the averages. */
    Factor factor() {
        Map<Double, String> labels = new HashMap<>();
        for (int k = 0; k < averages.size(); k++) {
            labels.put((double) k, averages.get(k).label());
        }
        return new Factor(FACTOR, Factor.Kind.CATEGORICAL, condition, Double.NaN, Map.copyOf(labels));
    }
}
