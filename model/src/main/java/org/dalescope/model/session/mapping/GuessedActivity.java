package org.dalescope.model.session.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dalescope.model.session.container.Variable;
import org.dalescope.model.session.container.Variable.Cell;
import org.dalescope.model.session.container.Variable.Numeric;
import org.dalescope.model.session.mapping.ArrayMapping.Axis;
import org.dalescope.model.session.mapping.ArrayMapping.Content;

/** Which variables could be the recorded activity, and along which axes. */
final class GuessedActivity {
    private static final Pattern LIKELY = Pattern.compile(
            "spike|spk|count|rate|psth|firing|neural|activity|raster|binned|resp|(^|[._])(fr|x|y|data|dat|units?)$");
    private static final Pattern UNLIKELY = Pattern.compile(
            "input|stim|eye|pos|kin|vel|emg|lfp|behav|hand|cursor|pupil|mask|label|target|lick|wheel|speed|torque|force");
    private static final Pattern RATES = Pattern.compile("rate|psth|(^|[._])fr$|hz|firing");

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
            return RATES.matcher(variable.name().toLowerCase(Locale.ROOT)).find();
        }
    }

    static List<Candidate> candidates(Variables variables, boolean matlab) {
        List<Candidate> found = new ArrayList<>();
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            String lower = entry.getKey().toLowerCase(Locale.ROOT);
            double named = (LIKELY.matcher(lower).find() ? 2 : 0)
                    - (UNLIKELY.matcher(lower).find() ? 3 : 0);
            switch (entry.getValue()) {
                case Numeric array
                when array.shape().length == 3 && array.size() > 0 ->
                    found.add(cube(array, named, new AxisEvidence(variables, array.name()), matlab));
                case Cell cell when cell.size() > 0 -> cells(cell, named, found);
                case Variable other -> {}
            }
        }
        return found;
    }

    private static Candidate cube(Numeric array, double named, AxisEvidence evidence, boolean matlab) {
        AxisEvidence.Choice choice = evidence.choose(array.shape(), matlab);
        boolean whole = isWhole(array.values().get());
        double spread = Math.log10(Math.max(1, array.size())) / 10;
        return new Candidate(
                array,
                whole ? Content.COUNTS : Content.RATES,
                choice.axes(),
                array.shape(),
                whole,
                named + (whole ? 1 : 0) + choice.score() / 4 + spread,
                (whole ? "whole numbers" : "numbers with fractions") + ", axes " + choice.why());
    }

    /** Cells of bins x neurons, of spike times, and cells of cells of spike times. */
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
                binned(cell, arrays, named).ifPresent(found::add);
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

    /** The length that all trials share is the neurons', the one that differs the bins'. */
    private static java.util.Optional<Candidate> binned(Cell cell, List<Numeric> arrays, double named) {
        if (arrays.stream().anyMatch(a -> a.shape().length != 2)) {
            return java.util.Optional.empty();
        }
        boolean[] shared = new boolean[2];
        for (int axis = 0; axis < 2; axis++) {
            int at = axis;
            shared[axis] =
                    arrays.stream().mapToInt(a -> a.shape()[at]).distinct().count() == 1;
        }
        if (!shared[0] && !shared[1]) {
            return java.util.Optional.empty();
        }
        // Where all trials are alike, there are more bins than neurons as a rule.
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
        return java.util.Optional.of(new Candidate(
                cell,
                whole ? Content.COUNTS : Content.RATES,
                axes,
                lengths,
                whole,
                named + 1.5,
                "one array per trial, the length that all share being the neurons'"));
    }

    static boolean isWhole(double[] values) {
        return Arrays.stream(values).allMatch(v -> Double.isNaN(v) || (v == Math.rint(v) && v >= 0));
    }

    static boolean isVector(int[] shape) {
        return IntStream.of(shape).filter(length -> length > 1).count() <= 1;
    }
}
