package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;

/** Guesses which variables of a file of arrays could be the recorded activity, and along which axes. */
final class GuessedActivity {
    private static final Set<String> LIKELY =
            VariableNameWords.set("spike spk count rate psth firing neural activity raster binned resp");
    private static final Set<String> LIKELY_ENDS = VariableNameWords.set("fr x y data dat unit units");
    private static final Set<String> UNLIKELY = VariableNameWords.set(
            "input stim eye pos position kin kinematic kinetic vel velocity velocities emg lfp behav hand"
                    + " cursor pupil mask label target lick wheel speed torque force");
    private static final Set<String> RATES = VariableNameWords.set("rate psth hz firing");

    private GuessedActivity() {}

    /**
     * A variable that could be the activity.
     *
     * @param whole whether all of its numbers are whole
     */
    record Candidate(
            Variable variable, Content holds, List<Axis> axes, int[] lengths, boolean whole, double score, String why) {
        /** Length along an axis; -1 where it is not known. */
        int length(Axis axis) {
            int at = axes.indexOf(axis);
            return at < 0 || at >= lengths.length ? -1 : lengths[at];
        }

        boolean saysRates() {
            VariableNameWords name = VariableNameWords.of(variable.name());
            return name.any(RATES) || name.ends(Set.of("fr"));
        }
    }

    static List<Candidate> candidates(ContainerVariables variables, boolean matlab) {
        List<Candidate> found = new ArrayList<>();
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            VariableNameWords name = VariableNameWords.of(entry.getKey());
            double named = (name.any(LIKELY) || name.ends(LIKELY_ENDS) ? 2 : 0) - (name.any(UNLIKELY) ? 3 : 0);
            switch (entry.getValue()) {
                case Numeric array
                when array.shape().length == 3 && array.size() > 0 ->
                    cube(array, named, new AxisEvidence(variables, array.name()), matlab)
                            .ifPresent(found::add);
                case Cell cell when cell.size() > 0 -> cells(cell, named, found);
                case Variable other -> {}
            }
        }
        return found;
    }

    /** The arrays with three axes that contain negative numbers: these are neither counts nor rates. */
    static List<String> negative(ContainerVariables variables) {
        return variables.all().entrySet().stream()
                .filter(e -> e.getValue() instanceof Numeric array
                        && array.shape().length == 3
                        && isNegative(array.values().get()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<Candidate> cube(Numeric array, double named, AxisEvidence evidence, boolean matlab) {
        // The values are read only once, because files are slow.
        double[] values = array.values().get();
        Numeric read = new Numeric(array.name(), array.shape(), array.type(), array.columnMajor(), () -> values);
        for (int along : new int[] {2, 0, 1}) {
            if (PaddedTimes.isPadded(read, along)) {
                return Optional.of(padded(array, along, named, evidence, matlab));
            }
        }
        if (isNegative(values)) {
            return Optional.empty();
        }
        AxisEvidence.Choice choice =
                evidence.choose(array.shape(), matlab, Arrays.stream(values).allMatch(v -> v == 0 || v == 1));
        boolean whole = isWhole(values);
        double spread = Math.log10(Math.max(1, array.size())) / 10;
        return Optional.of(new Candidate(
                array,
                whole ? Content.COUNTS : Content.RATES,
                choice.axes(),
                array.shape(),
                whole,
                named + (whole ? 1 : 0) + choice.score() / 4 + spread,
                (whole ? "whole numbers" : "numbers with fractions") + ", axes " + choice.why()));
    }

    private static Candidate padded(Numeric array, int along, double named, AxisEvidence evidence, boolean matlab) {
        int[] others = IntStream.range(0, 3)
                .filter(axis -> axis != along)
                .map(axis -> array.shape()[axis])
                .toArray();
        AxisEvidence.Choice choice = evidence.pair(others, matlab);
        List<Axis> axes = new ArrayList<>(choice.axes());
        axes.add(along, Axis.SPIKE);
        int[] lengths = array.shape();
        return new Candidate(
                array,
                Content.SPIKE_TIMES,
                List.copyOf(axes),
                lengths,
                false,
                named + 1,
                "ascending times that are padded to equal length, axes " + choice.why());
    }

    /** Adds candidates from cells of bins x neurons, cells of spike times, and cells of cells of spike times. */
    private static void cells(Cell cell, double named, List<Candidate> found) {
        List<Variable> elements = cell.elements().get();
        int[] shape = cell.shape();
        boolean table = shape.length == 2 && shape[0] > 1 && shape[1] > 1;
        if (elements.stream().allMatch(e -> e instanceof Numeric)) {
            List<Numeric> arrays = elements.stream()
                    .map(e -> (Numeric) e)
                    .filter(a -> a.size() > 0)
                    .toList();
            if (arrays.isEmpty()) {
                return;
            }
            boolean vectors = arrays.stream().allMatch(a -> isVector(a.shape()));
            if (table && vectors) {
                found.add(times(cell, List.of(Axis.TRIAL, Axis.NEURON), shape, named));
            } else if (!table && !vectors) {
                binned(cell, arrays, named)
                        .filter(_ -> arrays.stream()
                                .noneMatch(a -> isNegative(a.values().get())))
                        .ifPresent(found::add);
            }
        } else if (elements.stream().allMatch(e -> e instanceof Cell)) {
            int inner = elements.getFirst().size();
            found.add(times(cell, List.of(Axis.TRIAL, Axis.NEURON), new int[] {cell.size(), inner}, named));
        }
    }

    private static Candidate times(Cell cell, List<Axis> axes, int[] lengths, double named) {
        return new Candidate(
                cell,
                Content.SPIKE_TIMES,
                axes,
                lengths,
                false,
                named + 1,
                "cells with lists of numbers, trials along the first axis and neurons along the second");
    }

    /**
     * A candidate from one array per trial: the length that all trials share is the neurons', the one that differs the
     * bins'.
     */
    private static Optional<Candidate> binned(Cell cell, List<Numeric> arrays, double named) {
        if (arrays.stream().anyMatch(a -> a.shape().length != 2)) {
            return Optional.empty();
        }
        boolean[] shared = new boolean[2];
        for (int axis = 0; axis < 2; axis++) {
            int at = axis;
            shared[axis] =
                    arrays.stream().mapToInt(a -> a.shape()[at]).distinct().count() == 1;
        }
        if (!shared[0] && !shared[1]) {
            return Optional.empty();
        }
        // If all trials have the same shape, there are usually more bins than neurons.
        int[] first = arrays.getFirst().shape();
        boolean neuronsFirst = (shared[0] && shared[1]) ? first[0] < first[1] : shared[0];
        boolean whole = arrays.stream().allMatch(a -> isWhole(a.values().get()));
        List<Axis> axes =
                neuronsFirst ? List.of(Axis.TRIAL, Axis.NEURON, Axis.BIN) : List.of(Axis.TRIAL, Axis.BIN, Axis.NEURON);
        int longest = arrays.stream()
                .mapToInt(a -> a.shape()[neuronsFirst ? 1 : 0])
                .max()
                .orElse(0);
        int neurons = first[neuronsFirst ? 0 : 1];
        int[] lengths =
                neuronsFirst ? new int[] {cell.size(), neurons, longest} : new int[] {cell.size(), longest, neurons};
        return Optional.of(new Candidate(
                cell,
                whole ? Content.COUNTS : Content.RATES,
                axes,
                lengths,
                whole,
                named + 1.5,
                "one array per trial; the axis with the same length in all trials is taken as neurons"));
    }

    static boolean isNegative(double[] values) {
        return Arrays.stream(values).anyMatch(v -> v < 0);
    }

    static boolean isWhole(double[] values) {
        return Arrays.stream(values).allMatch(v -> Double.isNaN(v) || (v == Math.rint(v) && v >= 0));
    }

    static boolean isVector(int[] shape) {
        return IntStream.of(shape).filter(length -> length > 1).count() <= 1;
    }
}
