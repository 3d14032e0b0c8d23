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
 * Which trial and neuron the numbers beside every spike stand for: ids where they are ids, else positions. Trials and neurons
 * of one file count from the same base, which a 0 or the number of labels tells; where nothing tells it, the mapping must.
 */
final class SpikeIndexes {
    private static final String ASK = "set activity.index_base in the mapping to 0 or 1 (what the first one is called)";
    private static final int LISTED = 8;

    private final ContainerVariables variables;
    private final ArrayMapping mapping;
    private final List<Finding> notes;

    SpikeIndexes(ContainerVariables variables, ArrayMapping mapping, List<Finding> notes) {
        this.variables = variables;
        this.mapping = mapping;
        this.notes = notes;
    }

    /**
     * Where spikes belong.
     *
     * @param of position per spike
     * @param count how many positions there are, those without a spike included
     * @param names ids of the positions where the numbers are names; empty otherwise
     */
    record Places(int[] of, int count, int[] names) {}

    /** The places of both. */
    record Both(Places trials, Places neurons) {}

    /**
     * The numbers of trials or neurons.
     *
     * @param key of the mapping that names their ids
     * @param ids the variable named there; empty for none
     * @param known what it holds
     * @param said number of labels in the file; -1 where the mapping names none
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

        /** The base that these numbers tell by themselves. */
        OptionalInt base() {
            if (values.length == 0 || min == 0) {
                return OptionalInt.of(0);
            }
            return said >= 0 && max == said ? OptionalInt.of(1) : OptionalInt.empty();
        }

        /** The first id where ids do nothing but count from 0 or 1: such ids look like positions, and decide nothing. */
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

    /** Trials and neurons of spikes that both have a number. */
    Both both(double[] trialOf, double[] neuronOf) {
        Numbers trials =
                numbers("trial", trialOf, "trials.ids", mapping.trials().ids(), trialsSaid());
        Numbers neurons =
                numbers("neuron", neuronOf, "neurons.ids", mapping.neurons().ids(), neuronsSaid());
        OptionalInt said = saidBase();
        if (said.isPresent()) {
            return new Both(positions(trials, said.getAsInt()), positions(neurons, said.getAsInt()));
        }
        Optional<Places> knownTrials = byIds(trials);
        Optional<Places> knownNeurons =
                byIds(neurons).or(() -> areNames(neurons) ? Optional.of(names(neurons)) : Optional.empty());
        OptionalInt trialBase = isPlaced(trials, knownTrials) ? OptionalInt.empty() : trials.base();
        OptionalInt neuronBase = isPlaced(neurons, knownNeurons) ? OptionalInt.empty() : neurons.base();
        // Without labels nobody says that there is a neuron before the first one that has spikes.
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
                    "The spikes' trial numbers count from " + trialBase.getAsInt() + ", their neuron numbers from "
                            + neuronBase.getAsInt() + ": check that each names what you think."));
        }
        return new Both(trialPlaces, neuronPlaces);
    }

    /** Neurons of spikes on the session's clock, whose numbers are a sorter's names of clusters. */
    Places clusters(double[] neuronOf) {
        Numbers neurons =
                numbers("neuron", neuronOf, "neurons.ids", mapping.neurons().ids(), neuronsSaid());
        OptionalInt said = saidBase();
        if (said.isPresent()) {
            return positions(neurons, said.getAsInt());
        }
        Optional<Places> known = byIds(neurons);
        if (known.isPresent()) {
            return known.get();
        }
        if (neurons.countedFrom().isPresent() && neurons.base().isEmpty() && neurons.fits(0) && neurons.fits(1)) {
            throw new InputError("The spikes' neuron numbers run from " + neurons.range()
                    + ", so that they could be the ids in '" + neurons.ids() + "' or positions: " + ASK + ".");
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
                    + " and must be whole numbers of at least 0: check the mapping's columns.");
        }
        // Where the mapping tells the base, the numbers are positions, and ids are not asked.
        double[] known =
                ids.isEmpty() || saidBase().isPresent() ? new double[0] : variables.numbers(ids, what + " ids");
        return new Numbers(what, values, min, max, key, ids, known, said);
    }

    private OptionalInt saidBase() {
        String said = mapping.activity().indexBase().strip();
        return switch (said) {
            case "" -> OptionalInt.empty();
            case "0", "1" -> OptionalInt.of(said.equals("0") ? 0 : 1);
            default ->
                throw new InputError("'" + said + "' is not a legal value of activity.index_base: it takes 0 or 1, or"
                        + " nothing where the file tells it.");
        };
    }

    private static int base(Numbers of, Numbers others, OptionalInt own, OptionalInt other) {
        if (own.isPresent()) {
            return own.getAsInt();
        }
        return other.orElseThrow(() -> new InputError("The spikes' " + of.what() + " numbers run from " + of.range()
                + ", their " + others.what() + " numbers from " + others.range()
                + ", so that they could count from 0 and from 1: " + ASK + "."));
    }

    private Places positions(Numbers numbers, int base) {
        if (!numbers.fits(base)) {
            throw new InputError("The spikes' " + numbers.what() + " numbers run from " + numbers.range()
                    + ", which are no positions counted from " + base + ": check the mapping's columns, name the "
                    + numbers.what() + "s' ids as " + numbers.key() + ", or " + ASK + ".");
        }
        notes.add(Finding.notice(
                "index-base", "The spikes' " + numbers.what() + " numbers are counted from " + base + "."));
        return new Places(
                Arrays.stream(numbers.values()).mapToInt(v -> (int) v - base).toArray(),
                Math.max(numbers.said(), (int) numbers.max() - base + 1),
                new int[0]);
    }

    /** Places by the ids that the mapping names; empty where there are none or the numbers are not among them. */
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
            throw new InputError("'" + numbers.ids() + "' names two " + numbers.what()
                    + "s alike, so that their spikes cannot be told apart: give each its own id, or choose another variable"
                    + " as " + numbers.key() + " in the mapping.");
        }
        return Optional.of(new Places(
                Arrays.stream(numbers.values()).mapToInt(v -> byId.get(v + 0.0)).toArray(), known.length, new int[0]));
    }

    /** Whether the places say nothing of the base from which numbers count. */
    private static boolean isPlaced(Numbers numbers, Optional<Places> places) {
        return places.isPresent() && numbers.countedFrom().isEmpty();
    }

    /** Numbers beyond the labels are no positions; without labels a gap says the same. */
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
                        + ") are taken as the neurons' ids, not as positions; a neuron without a spike is known only"
                        + " where the mapping names all ids as neurons.ids."));
        int[] places = Arrays.stream(neurons.values())
                .mapToInt(v -> Arrays.binarySearch(ids, (int) v))
                .toArray();
        return new Places(places, ids.length, ids);
    }

    private static InputError unclear(Numbers neurons) {
        int[] ids = neurons.distinct();
        return new InputError("The spikes name " + ids.length + " neurons (" + list(ids)
                + "), but the mapping's neurons."
                + (neurons.ids().isEmpty() ? "types and areas tell of " : "ids '" + neurons.ids() + "' tells of ")
                + neurons.said() + (neurons.ids().isEmpty() ? "" : ", not all of these among them")
                + ": name a variable with the id of every neuron as neurons.ids, or, if the numbers are positions, "
                + ASK
                + ".");
    }

    private static String list(int[] ids) {
        return Arrays.stream(ids).limit(LISTED).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (ids.length > LISTED ? ", ..." : "");
    }

    /** Trials without a spike are known from the labels only. */
    private int trialsSaid() {
        List<String> told = new ArrayList<>();
        told.add(mapping.trials().ids());
        told.add(mapping.trials().durations());
        mapping.trials().factors().forEach(label -> told.add(label.variable()));
        mapping.inputs().stream()
                .filter(input -> input.form() != Form.SIGNAL)
                .forEach(input -> told.add(input.variable()));
        return longest(told);
    }

    private int neuronsSaid() {
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
