package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.session.Factor;

/**
 * Partial eta squared of a factor in the linear model of the main effects of all discrete factors, with every level
 * as a category. It is SS / (SS + residual SS), where SS is the sum of squares that the factor explains beyond the
 * other factors (type II).
 *
 * @param others orthonormal columns of the intercept and the other factors
 * @param own orthonormal columns that the factor adds to them; none if the others already determine its levels
 */
record PartialEtaSquared(List<double[]> others, List<double[]> own) {
    private static final double DEPENDENT = 1e-8;

    /**
     * The model for the trials of one factor. If another factor does not apply to a trial, its level is "not
     * applicable".
     *
     * @param factors of the session
     * @param positions of all trials in the session
     */
    static PartialEtaSquared of(TrialGrouping grouping, List<Factor> factors, int[] positions) {
        int n = grouping.rows().length;
        List<double[]> basis = new ArrayList<>();
        double[] intercept = new double[n];
        Arrays.fill(intercept, 1);
        add(intercept, List.of(), basis);
        for (Factor factor : factors) {
            if (factor.kind() != Factor.Kind.CONTINUOUS && !factor.name().equals(grouping.factor())) {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = factor.values()[positions[grouping.rows()[i]]];
                }
                Arrays.stream(values).distinct().forEach(level -> add(indicator(values, level), List.of(), basis));
            }
        }
        List<double[]> added = new ArrayList<>();
        for (int level = 1; level < grouping.levels().size(); level++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = grouping.level()[i] == level ? 1 : 0;
            }
            add(column, basis, added);
        }
        return new PartialEtaSquared(List.copyOf(basis), List.copyOf(added));
    }

    private static double[] indicator(double[] values, double level) {
        double[] column = new double[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = Double.compare(values[i], level) == 0 ? 1 : 0;
        }
        return column;
    }

    /**
     * Adds the part of a column that is orthogonal to the basis, normalised to length 1. It orthogonalises twice,
     * because one pass leaves rounding errors.
     */
    private static void add(double[] column, List<double[]> before, List<double[]> basis) {
        double length = Math.sqrt(dot(column, column));
        for (int pass = 0; pass < 2; pass++) {
            before.forEach(q -> subtract(column, q));
            basis.forEach(q -> subtract(column, q));
        }
        double left = Math.sqrt(dot(column, column));
        if (left > DEPENDENT * length) {
            for (int i = 0; i < column.length; i++) {
                column[i] /= left;
            }
            basis.add(column);
        }
    }

    /** Partial eta squared of some values; NaN if the factor adds no column or the values do not vary. */
    double of(double[] values) {
        double[] residual = values.clone();
        for (int pass = 0; pass < 2; pass++) {
            others.forEach(q -> subtract(residual, q));
        }
        double without = dot(residual, residual);
        double explained = own.stream()
                .mapToDouble(q -> {
                    double part = dot(q, residual);
                    return part * part;
                })
                .sum();
        return own.isEmpty() || !(without > DEPENDENT * dot(values, values)) ? Double.NaN : explained / without;
    }

    private static void subtract(double[] column, double[] q) {
        double part = dot(column, q);
        for (int i = 0; i < column.length; i++) {
            column[i] -= part * q[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
