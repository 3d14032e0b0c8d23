package org.dalescope.model.math.stats;

/**
 * The sums of squares of values in groups, for a one-way analysis of variance. Values that are NaN and values without a
 * group do not count.
 *
 * @param means of the groups; NaN for a group without a value
 * @param groups number of groups with a value
 * @param n number of values
 * @param between sum of squares between the groups
 * @param within sum of squares within the groups
 */
public record OneWayVariance(double[] means, int groups, int n, double between, double within) {
    /**
     * The sums for some values.
     *
     * @param group of every value, from 0; negative for none
     * @param most the number of groups
     */
    public static OneWayVariance of(double[] values, int[] group, int most) {
        double[] sums = new double[most];
        int[] counts = new int[most];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                sums[group[i]] += values[i];
                counts[group[i]]++;
                sum += values[i];
                n++;
            }
        }
        double[] means = new double[most];
        int groups = 0;
        double between = 0;
        for (int g = 0; g < most; g++) {
            means[g] = counts[g] == 0 ? Double.NaN : sums[g] / counts[g];
            groups += counts[g] > 0 ? 1 : 0;
            between += counts[g] > 0 ? counts[g] * Math.pow(means[g] - sum / n, 2) : 0;
        }
        double within = 0;
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                within += Math.pow(values[i] - means[group[i]], 2);
            }
        }
        return new OneWayVariance(means, groups, n, between, within);
    }

    /** The group with the largest mean, the first of several equal ones; -1 without a value. */
    public int largest() {
        int largest = -1;
        for (int g = 0; g < means.length; g++) {
            boolean larger = !Double.isNaN(means[g]) && (largest < 0 || means[g] > means[largest]);
            largest = larger ? g : largest;
        }
        return largest;
    }
}
