package org.dalescope.model.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A factor of the task in a recorded session: a label for every trial.
 *
 * @param values one per trial, in the session's trial order
 * @param notApplicable the value that means "does not apply to this trial"; NaN if there is none
 * @param labels names of the values, if the values are codes
 */
public record Factor(String name, Kind kind, double[] values, double notApplicable, Map<Double, String> labels) {
    /** The relation between the values. */
    public enum Kind {
        CATEGORICAL,
        ORDINAL,
        CONTINUOUS
    }

    /** Whether a value applies to its trial. */
    public boolean applies(double value) {
        return value != notApplicable && !Double.isNaN(value);
    }

    /** The values that occur and apply, ascending. */
    public double[] levels() {
        return Arrays.stream(values).filter(this::applies).sorted().distinct().toArray();
    }

    /** The text that users read for a value. */
    public String label(double value) {
        if (value == notApplicable) {
            return "n/a";
        }
        return labels.getOrDefault(value, plain(value));
    }

    /** A number without needless digits. */
    public static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Number of trials per value, "n/a" included, in ascending order of the values. */
    public Map<String, Integer> counts() {
        Map<Double, Integer> byValue = new TreeMap<>();
        for (double value : values) {
            byValue.merge(value, 1, Integer::sum);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        byValue.forEach((value, count) -> counts.put(label(value), count));
        return counts;
    }

    /** The factor for these trials only, in this order. */
    public Factor of(int[] trials) {
        return new Factor(
                name, kind, Arrays.stream(trials).mapToDouble(t -> values[t]).toArray(), notApplicable, labels);
    }
}
