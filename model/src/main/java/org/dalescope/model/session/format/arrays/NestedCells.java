package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.format.container.AxisArrangement;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;

/** Finds the arrays inside the nested cells of a file of arrays, with the trial and neuron that the cells give. */
final class NestedCells {
    private NestedCells() {}

    /** An array with its place in the cells.
     *
     * @param trial position of the trial, 0 if no cell has an axis of trials; {@code neuron} likewise
     * @param axes the axes of the array itself
     */
    record Leaf(Numeric array, int trial, int neuron, List<Axis> axes) {
        /** The length along trial, bin and neuron or channel; 1 if there is no such axis. */
        int length(Axis axis) {
            int at = axes.indexOf(axis);
            return at < 0 ? 1 : shape()[at];
        }

        private int[] shape() {
            int[] positions = positions(array, axes);
            return Arrays.stream(positions)
                    .map(p -> p < array.shape().length ? array.shape()[p] : 1)
                    .toArray();
        }

        /** The numbers as [trial][bin][last], last axis fastest. */
        double[] arranged(Axis last) {
            int[] positions = positions(array, axes);
            int rank = Math.max(
                    array.shape().length, Arrays.stream(positions).max().orElse(0) + 1);
            int[] padded = Arrays.copyOf(array.shape(), rank);
            Arrays.fill(padded, array.shape().length, rank, 1);
            Numeric whole = new Numeric(array.name(), padded, array.type(), array.columnMajor(), array.values());
            int[] order = Stream.of(Axis.TRIAL, Axis.BIN, last)
                    .mapToInt(axes::indexOf)
                    .filter(at -> at >= 0)
                    .map(at -> positions[at])
                    .toArray();
            return AxisArrangement.of(whole, order);
        }
    }

    /** Every array of a variable. */
    static List<Leaf> of(Variable variable, List<Axis> axes, boolean lists) {
        List<Leaf> leaves = new ArrayList<>();
        collect(variable, axes, 0, 0, lists, leaves);
        return leaves;
    }

    private static void collect(
            Variable variable, List<Axis> axes, int trial, int neuron, boolean lists, List<Leaf> leaves) {
        switch (variable) {
            case Numeric array when array.size() == 0 -> leaves.add(new Leaf(array, trial, neuron, List.of()));
            case Numeric array when lists -> lists(array, axes, trial, neuron, leaves);
            case Numeric array -> {
                positions(array, axes);
                leaves.add(new Leaf(array, trial, neuron, axes));
            }
            case Cell cell -> {
                List<Variable> elements = cell.elements().get();
                List<Axis> named =
                        axes.stream().filter(axis -> axis != Axis.SPIKE).toList();
                int[] outer = outer(cell, elements, named, lists);
                int[] strides = strides(cell);
                for (int i = 0; i < elements.size(); i++) {
                    int t = trial;
                    int n = neuron;
                    for (int k = 0; k < outer.length; k++) {
                        int at = i / strides[outer[k]] % cell.shape()[outer[k]];
                        t = named.get(k) == Axis.TRIAL ? at : t;
                        n = named.get(k) == Axis.NEURON ? at : n;
                    }
                    collect(elements.get(i), named.subList(outer.length, named.size()), t, n, lists, leaves);
                }
            }
            case Variable.Text text when text.size() == 0 || text.words().get().equals(List.of("")) -> {
                // MATLAB's '' means no spikes.
            }
            case Variable other ->
                throw new InputError("'" + other.name() + "' has the type " + other.type()
                        + ", but an array of numbers is needed: choose another variable in the mapping.");
        }
    }

    /**
     * Adds one list of times, or a rectangle of lists that were padded along the last axis or along the axis named
     * spike.
     */
    private static void lists(Numeric array, List<Axis> axes, int trial, int neuron, List<Leaf> leaves) {
        List<Axis> named = axes.stream().filter(axis -> axis != Axis.SPIKE).toList();
        int[] shape = array.shape();
        boolean vector = shape.length < 3 && GuessedActivity.isVector(shape);
        if (vector || shape.length != named.size() + 1) {
            if (!GuessedActivity.isVector(shape)) {
                throw new InputError("'" + array.name() + "' has shape " + ElementCounts.text(shape)
                        + ", but lists of spike times are expected along the axes " + words(named)
                        + ": name one axis per dimension except the last, which holds the spikes, or name the"
                        + " axis of the spikes \"spike\".");
            }
            int along = IntStream.range(0, shape.length)
                    .filter(axis -> shape[axis] > 1)
                    .findFirst()
                    .orElse(0);
            double[] times = shape.length == 0
                    ? array.values().get()
                    : PaddedTimes.rows(array, along).getFirst();
            leaves.add(new Leaf(list(array, times), trial, neuron, List.of()));
            return;
        }
        int along = axes.contains(Axis.SPIKE) ? axes.indexOf(Axis.SPIKE) : shape.length - 1;
        int[] others =
                IntStream.range(0, shape.length).filter(axis -> axis != along).toArray();
        List<double[]> rows = PaddedTimes.rows(array, along);
        for (int i = 0; i < rows.size(); i++) {
            int t = trial;
            int n = neuron;
            int[] at = PaddedTimes.place(i, shape, others);
            for (int k = 0; k < at.length; k++) {
                t = named.get(k) == Axis.TRIAL ? at[k] : t;
                n = named.get(k) == Axis.NEURON ? at[k] : n;
            }
            leaves.add(new Leaf(list(array, rows.get(i)), t, n, List.of()));
        }
    }

    private static Numeric list(Numeric array, double[] times) {
        return new Numeric(array.name(), new int[] {times.length}, array.type(), false, () -> times);
    }

    /** The dimensions of a cell array that correspond to the first axes. */
    private static int[] outer(Cell cell, List<Variable> elements, List<Axis> axes, boolean lists) {
        int[] shape = cell.shape();
        if (axes.isEmpty()) {
            throw new InputError("'" + cell.name() + "' is a cell array of " + ElementCounts.text(shape)
                    + ", but the mapping names too few axes for it: name one axis per dimension.");
        }
        boolean nested = !elements.isEmpty() && elements.getFirst() instanceof Cell;
        if (lists && !nested && shape.length == axes.size()) {
            return IntStream.range(0, shape.length).toArray();
        }
        int[] long1 =
                IntStream.range(0, shape.length).filter(i -> shape[i] != 1).toArray();
        int[] outer = long1.length == 0 ? new int[] {0} : long1;
        if (outer.length > axes.size()) {
            throw new InputError("'" + cell.name() + "' is a cell array of " + ElementCounts.text(shape)
                    + ", which has more axes than the mapping names (" + words(axes)
                    + "): name one axis per dimension.");
        }
        return outer;
    }

    private static int[] strides(Cell cell) {
        return new Numeric(cell.name(), cell.shape(), "", cell.columnMajor(), () -> new double[0]).strides();
    }

    /** The array's dimension for each named axis; dimensions of length 1 may have no name. */
    private static int[] positions(Numeric array, List<Axis> axes) {
        int[] shape = array.shape();
        if (axes.stream().distinct().count() < axes.size()) {
            throw new InputError("The mapping names an axis of '" + array.name() + "' twice (" + words(axes)
                    + "): name every axis once.");
        }
        if (shape.length <= axes.size()) {
            if (shape.length < axes.size() && !array.columnMajor()) {
                throw wrongAxes(array, axes);
            }
            return IntStream.range(0, axes.size()).toArray();
        }
        int[] kept = IntStream.range(0, shape.length).filter(i -> shape[i] != 1).toArray();
        if (kept.length > axes.size()) {
            throw wrongAxes(array, axes);
        }
        return kept.length == axes.size()
                ? kept
                : IntStream.range(0, axes.size()).toArray();
    }

    private static InputError wrongAxes(Numeric array, List<Axis> axes) {
        return new InputError("'" + array.name() + "' has shape " + ElementCounts.text(array.shape())
                + ", but the mapping names the axes " + words(axes) + ": name one axis per dimension.");
    }

    private static String words(List<Axis> axes) {
        return axes.isEmpty()
                ? "none"
                : axes.stream().map(Axis::word).collect(java.util.stream.Collectors.joining(", "));
    }
}
