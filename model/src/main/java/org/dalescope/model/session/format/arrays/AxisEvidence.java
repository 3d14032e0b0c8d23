package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;

/** Determines the axes of an array in a file of named arrays from the lengths of other variables. */
final class AxisEvidence {
    private static final Set<String> NEURONS =
            VariableNameWords.set("neuron unit cell clust electrode area region depth wave");
    private static final Set<String> NEURON_ENDS = VariableNameWords.set("id ids area areas");
    private static final Set<String> BIN_ENDS = VariableNameWords.set("t tt bin bins edges tvec taxis");
    private static final Set<String> TRIALS = VariableNameWords.set(
            "trial cond choice reward unrewarded target dir direction reach contrast outcome correct"
                    + " incorrect resp label stim dur duration react onset cue go nogo coh coherence side block");

    static boolean isNeurons(VariableNameWords name) {
        return name.any(NEURONS) || name.ends(NEURON_ENDS);
    }

    static boolean isBins(VariableNameWords name) {
        return name.any(Set.of("time"))
                || name.ends(BIN_ENDS)
                || name.pair(Set.of("bin"), VariableNameWords.set("cent center centre edge"));
    }

    /** More than the usual order of axes counts, and less than a vector as long as an axis. */
    private static final double RASTER = 0.6;

    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final boolean isOfNeurons;

    AxisEvidence(ContainerVariables variables, String self) {
        this.isOfNeurons = VariableNameWords.of(self).any(NEURONS);
        variables.all().forEach((name, variable) -> {
            if (!name.equals(self)
                    && !(variable instanceof Variable.Unreadable)
                    && GuessedActivity.isVector(variable.shape())
                    && variable.size() > 1) {
                lengths.put(name, variable.size());
            }
        });
    }

    /** An order of axes with the strength of its evidence. */
    record Choice(List<Axis> axes, double score, String why) {}

    /**
     * The most likely order of three axes.
     *
     * @param raster whether all numbers are 0 or 1, as in rasters of narrow bins: if the usual order calls their longest
     *     axis neurons, it is more likely time, and a variable named after units has these as its first axis
     */
    Choice choose(int[] shape, boolean matlab, boolean raster) {
        List<List<Axis>> orders = orders(matlab);
        int longest = shape[0] >= shape[1] && shape[0] >= shape[2] ? 0 : shape[1] >= shape[2] ? 1 : 2;
        boolean unusual = raster
                && orders.getFirst().get(longest) == Axis.NEURON
                && Arrays.stream(shape)
                                .filter(length -> length == shape[longest])
                                .count()
                        == 1;
        Choice best = new Choice(orders.getFirst(), Double.NEGATIVE_INFINITY, "");
        for (int i = 0; i < orders.size(); i++) {
            List<String> told = new ArrayList<>();
            double score = -0.1 * i;
            if (unusual) {
                score += orders.get(i).get(longest) == Axis.BIN ? RASTER : 0;
                score += isOfNeurons && orders.get(i).getFirst() == Axis.NEURON ? RASTER : 0;
            }
            for (int axis = 0; axis < 3; axis++) {
                score += evidence(orders.get(i).get(axis), shape[axis], told);
            }
            if (score > best.score()) {
                best = new Choice(orders.get(i), score, why(told));
            }
        }
        return best;
    }

    private static String why(List<String> told) {
        return told.isEmpty()
                ? "in the order that is usual for such files (no other variable shows it)"
                : "according to the lengths of "
                        + String.join(", ", told.stream().distinct().limit(4).toList());
    }

    private double evidence(Axis axis, int length, List<String> told) {
        double score = 0;
        for (Map.Entry<String, Integer> other : lengths.entrySet()) {
            boolean edges = axis == Axis.BIN && other.getValue() == length + 1;
            if ((other.getValue() == length || edges) && role(VariableNameWords.of(other.getKey())) == axis) {
                score += 1;
                told.add(other.getKey());
            }
        }
        return Math.min(score, 3);
    }

    /** Decides which of two axes is the trials' and which the neurons'; without evidence, in the usual order. */
    Choice pair(int[] shape, boolean matlab) {
        return pair(shape, matlab ? List.of(Axis.NEURON, Axis.TRIAL) : List.of(Axis.TRIAL, Axis.NEURON));
    }

    /** Decides which of two axes is the bins' and which the neurons'; without evidence, in the usual order. */
    Choice flat(int[] shape, boolean matlab) {
        return pair(shape, matlab ? List.of(Axis.BIN, Axis.NEURON) : List.of(Axis.NEURON, Axis.BIN));
    }

    private Choice pair(int[] shape, List<Axis> usual) {
        Choice best = new Choice(usual, Double.NEGATIVE_INFINITY, "");
        for (List<Axis> order : List.of(usual, usual.reversed())) {
            List<String> told = new ArrayList<>();
            double score = evidence(order.get(0), shape[0], told) + evidence(order.get(1), shape[1], told);
            if (score > best.score()) {
                best = new Choice(order, score, why(told));
            }
        }
        return best;
    }

    /** The axis along which a variable has one value, judged by its name. */
    private static Axis role(VariableNameWords name) {
        boolean axis = name.pair(Set.of("time"), Set.of("axis"));
        if ((name.any(TRIALS) || name.ends(Set.of("rt"))) && !axis) {
            return Axis.TRIAL;
        }
        if (isNeurons(name)) {
            return Axis.NEURON;
        }
        return isBins(name) ? Axis.BIN : Axis.TRIAL;
    }

    /** All orders of the axes, the usual ones first. */
    private static List<List<Axis>> orders(boolean matlab) {
        Axis t = Axis.TRIAL;
        Axis b = Axis.BIN;
        Axis n = Axis.NEURON;
        return matlab
                ? List.of(
                        List.of(n, b, t),
                        List.of(t, b, n),
                        List.of(n, t, b),
                        List.of(b, n, t),
                        List.of(t, n, b),
                        List.of(b, t, n))
                : List.of(
                        List.of(t, b, n),
                        List.of(t, n, b),
                        List.of(n, t, b),
                        List.of(n, b, t),
                        List.of(b, t, n),
                        List.of(b, n, t));
    }
}
