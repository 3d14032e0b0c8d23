package org.dalescope.model.session.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dalescope.model.session.container.Variable;
import org.dalescope.model.session.mapping.ArrayMapping.Axis;

/** What the lengths of other variables say of an array's axes. */
final class AxisEvidence {
    static final Pattern NEURONS =
            Pattern.compile("neuron|unit|cell|clust|electrode|brain_?area|region|depth|wave|(^|[._])(ids?|areas?)$");
    static final Pattern BINS = Pattern.compile("time|(^|[._])(t|tt|bins?|edges|tvec|taxis)$|bin_?(cent|edge)");
    static final Pattern TRIALS =
            Pattern.compile("trial|cond|choice|reward|target|dir|reach|contrast|outcome|correct|resp|"
                    + "label|stim|dur|react|(^|[._])rt$|onset|cue|go|coh|side|block");

    private final Map<String, Integer> lengths = new java.util.LinkedHashMap<>();

    AxisEvidence(Variables variables, String self) {
        variables.all().forEach((name, variable) -> {
            if (!name.equals(self)
                    && !(variable instanceof Variable.Unreadable)
                    && GuessedActivity.isVector(variable.shape())
                    && variable.size() > 1) {
                lengths.put(name, variable.size());
            }
        });
    }

    /** An order of axes with how much speaks for it. */
    record Choice(List<Axis> axes, double score, String why) {}

    Choice choose(int[] shape, boolean matlab) {
        List<List<Axis>> orders = orders(matlab);
        Choice best = new Choice(orders.getFirst(), Double.NEGATIVE_INFINITY, "");
        for (int i = 0; i < orders.size(); i++) {
            List<String> told = new ArrayList<>();
            double score = -0.1 * i;
            for (int axis = 0; axis < 3; axis++) {
                score += evidence(orders.get(i).get(axis), shape[axis], told);
            }
            if (score > best.score()) {
                String why = told.isEmpty()
                        ? "in the order that is usual for such files (no other variable tells)"
                        : "by the lengths of "
                                + String.join(
                                        ", ", told.stream().distinct().limit(4).toList());
                best = new Choice(orders.get(i), score, why);
            }
        }
        return best;
    }

    private double evidence(Axis axis, int length, List<String> told) {
        double score = 0;
        for (Map.Entry<String, Integer> other : lengths.entrySet()) {
            String name = other.getKey().toLowerCase(Locale.ROOT);
            boolean edges = axis == Axis.BIN && other.getValue() == length + 1;
            if ((other.getValue() == length || edges) && role(name) == axis) {
                score += 1;
                told.add(other.getKey());
            }
        }
        return Math.min(score, 3);
    }

    /** What a variable of one value per something is per, by its name. */
    private static Axis role(String name) {
        if (TRIALS.matcher(name).find() && !name.contains("time_axis")) {
            return Axis.TRIAL;
        }
        if (NEURONS.matcher(name).find()) {
            return Axis.NEURON;
        }
        return BINS.matcher(name).find() ? Axis.BIN : Axis.TRIAL;
    }

    /** The usual orders first. */
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
