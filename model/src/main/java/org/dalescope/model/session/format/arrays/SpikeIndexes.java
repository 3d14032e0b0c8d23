package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Form;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.ElementCounts;

/**
 * Finds the trial and neuron that the numbers stored with every spike in a file of arrays mean: ids if they are ids,
 * otherwise positions. Trials and neurons of one file count from the same base, which a 0 or the number of labels
 * shows; if nothing shows it, the mapping must give it.
 */
final class SpikeIndexes {
    private static final String ASK = "set activity.index_base in the mapping to 0 or 1 (the number of the first one)";
    private static final int LISTED = 8;

    private final ContainerVariables variables;
    private final ArrayMapping mapping;
    private final List<Finding> notes;

    SpikeIndexes(ContainerVariables variables, ArrayMapping mapping, List<Finding> notes) {
        this.variables = variables;
        this.mapping = mapping;
        this.notes = notes;
    }

    /** The positions of the trials or neurons of spikes.
     *
     * @param of position per spike
     * @param count number of positions, including those without a spike
     * @param names ids of the positions if the numbers are ids; empty otherwise
     */
    record Places(int[] of, int count, int[] names) {}

    /** The positions of trials and of neurons. */
    record Both(Places trials, Places neurons) {}

    /**
     * The numbers of trials or neurons.
     *
     * @param key the key of the mapping that names their ids
     * @param ids the variable named there; empty for none
     * @param known the ids in this variable
     * @param said number of labels in the file; -1 if the mapping names none
     */
    private record Numbers(
            String what, double[] values, double min, double max, String key, String ids, double[] known, int said) {
        int[] distinct() {
            return Arrays.stream(values)
                    .mapToInt(v -> (int) v)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        boolean fits(int base) {
            return min >= base && (said < 0 || max - base < said);
        }

        /** The base that these numbers show without the others. */
        OptionalInt base() {
            if (values.length == 0 || min == 0) {
                return OptionalInt.of(0);
            }
            return said >= 0 && max == said ? OptionalInt.of(1) : OptionalInt.empty();
        }

        /** The first id if the ids only count from 0 or 1: such ids look like positions and decide nothing. */
        OptionalInt countedFrom() {
            boolean counted = known.length > 0
                    && (known[0] == 0 || known[0] == 1)
                    && IntStream.range(0, known.length).allMatch(i -> known[i] == known[0] + i);
            return counted ? OptionalInt.of((int) known[0]) : OptionalInt.empty();
        }

        String range() {
            return ContainerVariables.plain(min) + " to " + ContainerVariables.plain(max)
                    + (said < 0 ? "" : " for " + said + " " + what + "s");
        }
    }

    /** The trials and neurons of spikes that have a number for each. */
    Both both(double[] trialOf, double[] neuronOf) {
        Numbers trials =
                numbers("trial", trialOf, "trials.ids", mapping.trials().ids(), statedTrials());
        Numbers neurons =
                numbers("neuron", neuronOf, "neurons.ids", mapping.neurons().ids(), statedNeurons());
        OptionalInt said = statedBase();
        if (said.isPresent()) {
            return new Both(positions(trials, said.getAsInt()), positions(neurons, said.getAsInt()));
        }
        Optional<Places> knownTrials = byIds(trials);
        Optional<Places> knownNeurons =
                byIds(neurons).or(() -> areNames(neurons) ? Optional.of(names(neurons)) : Optional.empty());
        OptionalInt trialBase = isPlaced(trials, knownTrials) ? OptionalInt.empty() : trials.base();
        OptionalInt neuronBase = isPlaced(neurons, knownNeurons) ? OptionalInt.empty() : neurons.base();
        // Without labels, nothing shows that there is a neuron before the first one that has spikes.
        boolean free = neurons.said() < 0
                && neuronBase.isEmpty()
                && (trialBase.isEmpty() || trialBase.getAsInt() != neurons.min());
        Places trialPlaces =
                knownTrials.orElseGet(() -> positions(trials, base(trials, neurons, trialBase, neuronBase)));
        Places neuronPlaces = knownNeurons.orElseGet(
                () -> free ? names(neurons) : positions(neurons, base(neurons, trials, neuronBase, trialBase)));
        boolean positions = neuronPlaces.names().length == 0;
        boolean known = knownTrials.isPresent() && knownNeurons.isPresent();
        if (positions && !known && trialBase.isPresent() && neuronBase.isPresent() && !trialBase.equals(neuronBase)) {
            notes.add(Finding.warning(
                    "index-base-differs",
                    "The spikes' trial numbers count from " + trialBase.getAsInt() + ", but their neuron numbers count"
                            + " from "
                            + neuronBase.getAsInt() + ": check that both are right."));
        }
        return new Both(trialPlaces, neuronPlaces);
    }

    /** The neurons of spikes on the session's clock, whose numbers are the cluster ids of a spike sorter. */
    Places clusters(double[] neuronOf) {
        Numbers neurons =
                numbers("neuron", neuronOf, "neurons.ids", mapping.neurons().ids(), statedNeurons());
        OptionalInt said = statedBase();
        if (said.isPresent()) {
            return positions(neurons, said.getAsInt());
        }
        Optional<Places> known = byIds(neurons);
        if (known.isPresent()) {
            return known.get();
        }
        if (neurons.countedFrom().isPresent() && neurons.base().isEmpty() && neurons.fits(0) && neurons.fits(1)) {
            throw new InputError("The spikes' neuron numbers run from " + neurons.range()
                    + ", so they could be the ids in '" + neurons.ids() + "' or positions: " + ASK + ".");
        }
        int distinct = neurons.distinct().length;
        if (neurons.said() < 0 || (neurons.ids().isEmpty() && distinct == neurons.said())) {
            return names(neurons);
        }
        boolean all = neurons.min() == 0 && neurons.max() == neurons.said() - 1.0;
        boolean first = neurons.min() == 0 && neurons.max() == distinct - 1.0 && distinct < neurons.said();
        if (all || first || (neurons.min() >= 1 && neurons.max() == neurons.said())) {
            return positions(neurons, neurons.min() == 0 ? 0 : 1);
        }
        throw unclear(neurons);
    }

    private Numbers numbers(String what, double[] values, String key, String ids, int said) {
        double min = Arrays.stream(values).min().orElse(0);
        double max = Arrays.stream(values).max().orElse(0);
        if (!(min >= 0) || max > ElementCounts.MOST || Arrays.stream(values).anyMatch(v -> v != Math.rint(v))) {
            throw new InputError("The spikes' " + what + " numbers run from " + min + " to " + max
                    + ", but must be whole numbers of at least 0: check the columns that the mapping names.");
        }
        // If the mapping gives the base, the numbers are positions, and ids are not used.
        double[] known =
                ids.isEmpty() || statedBase().isPresent() ? new double[0] : variables.numbers(ids, what + " ids");
        return new Numbers(what, values, min, max, key, ids, known, said);
    }

    private OptionalInt statedBase() {
        String said = mapping.activity().indexBase().strip();
        return switch (said) {
            case "" -> OptionalInt.empty();
            case "0", "1" -> OptionalInt.of(said.equals("0") ? 0 : 1);
            default ->
                throw new InputError("'" + said + "' is not a valid value of activity.index_base: set 0 or 1, or leave"
                        + " it out if the file shows it.");
        };
    }

    private static int base(Numbers of, Numbers others, OptionalInt own, OptionalInt other) {
        if (own.isPresent()) {
            return own.getAsInt();
        }
        return other.orElseThrow(() -> new InputError("The spikes' " + of.what() + " numbers run from " + of.range()
                + ", and their " + others.what() + " numbers from " + others.range()
                + ", so they could count from 0 or from 1: " + ASK + "."));
    }

    private Places positions(Numbers numbers, int base) {
        if (!numbers.fits(base)) {
            throw new InputError("The spikes' " + numbers.what() + " numbers run from " + numbers.range()
                    + ", which are not positions counted from " + base
                    + ": check the columns that the mapping names, name the variable with the "
                    + numbers.what() + "s' ids as " + numbers.key() + ", or " + ASK + ".");
        }
        notes.add(Finding.notice(
                "index-base", "The spikes' " + numbers.what() + " numbers are counted from " + base + "."));
        return new Places(
                Arrays.stream(numbers.values()).mapToInt(v -> (int) v - base).toArray(),
                Math.max(numbers.said(), (int) numbers.max() - base + 1),
                new int[0]);
    }

    /** The positions by the ids that the mapping names; empty if there are none or the numbers are not among them. */
    private static Optional<Places> byIds(Numbers numbers) {
        double[] known = numbers.known();
        OptionalInt counted = numbers.countedFrom();
        if (numbers.ids().isEmpty() || (counted.isPresent() && !counted.equals(numbers.base()))) {
            return Optional.empty();
        }
        Map<Double, Integer> byId = new HashMap<>();
        IntStream.range(0, known.length).forEach(i -> byId.put(known[i] + 0.0, i));
        if (!Arrays.stream(numbers.values()).allMatch(v -> byId.containsKey(v + 0.0))) {
            return Optional.empty();
        }
        if (byId.size() < known.length) {
            throw new InputError("'" + numbers.ids() + "' gives two " + numbers.what()
                    + "s the same id, so their spikes cannot be distinguished: give each its own id, or choose another"
                    + " variable as " + numbers.key() + " in the mapping.");
        }
        return Optional.of(new Places(
                Arrays.stream(numbers.values()).mapToInt(v -> byId.get(v + 0.0)).toArray(), known.length, new int[0]));
    }

    /** Whether the positions are known from ids that do not show the base of the numbers. */
    private static boolean isPlaced(Numbers numbers, Optional<Places> places) {
        return places.isPresent() && numbers.countedFrom().isEmpty();
    }

    /**
     * Whether the numbers are ids: numbers beyond the labels are not positions, and without labels a gap shows the
     * same.
     */
    private static boolean areNames(Numbers neurons) {
        int distinct = neurons.distinct().length;
        if (neurons.said() < 0) {
            return neurons.min() > 1 || neurons.max() - neurons.min() + 1 > distinct;
        }
        boolean beyond = neurons.max() > neurons.said();
        if (beyond && (distinct != neurons.said() || !neurons.ids().isEmpty())) {
            throw unclear(neurons);
        }
        return beyond;
    }

    private Places names(Numbers neurons) {
        int[] ids = neurons.distinct();
        notes.add(Finding.notice(
                "cluster-ids",
                "The spikes' neuron numbers (" + list(ids)
                        + ") are taken as the neurons' ids, not as positions. A neuron without a spike is known only if"
                        + " neurons.ids in the mapping names a variable with all ids."));
        int[] places = Arrays.stream(neurons.values())
                .mapToInt(v -> Arrays.binarySearch(ids, (int) v))
                .toArray();
        return new Places(places, ids.length, ids);
    }

    private static InputError unclear(Numbers neurons) {
        int[] ids = neurons.distinct();
        return new InputError("The spikes name " + ids.length + " neurons (" + list(ids)
                + "), but the mapping's neurons."
                + (neurons.ids().isEmpty() ? "types and areas describe " : "ids '" + neurons.ids() + "' lists ")
                + neurons.said() + (neurons.ids().isEmpty() ? "" : ", and not all of these are among them")
                + ": name a variable with the id of every neuron as neurons.ids, or, if the numbers are positions, "
                + ASK
                + ".");
    }

    private static String list(int[] ids) {
        return Arrays.stream(ids).limit(LISTED).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (ids.length > LISTED ? ", ..." : "");
    }

    /** The number of trials in the labels, which alone show trials without a spike. */
    private int statedTrials() {
        List<String> told = new ArrayList<>();
        told.add(mapping.trials().ids());
        told.add(mapping.trials().durations());
        mapping.trials().factors().forEach(label -> told.add(label.variable()));
        mapping.inputs().stream()
                .filter(input -> input.form() != Form.SIGNAL)
                .forEach(input -> told.add(input.variable()));
        return longest(told);
    }

    private int statedNeurons() {
        return longest(List.of(
                mapping.neurons().ids(),
                mapping.neurons().types(),
                mapping.neurons().areas()));
    }

    private int longest(List<String> names) {
        return names.stream()
                .filter(name -> variables.all().containsKey(name))
                .mapToInt(name -> variables.named(name, "a label").size())
                .max()
                .orElse(-1);
    }
}
