package org.dalescope.model.analysis.population;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.linear.RidgeRegression;
import org.dalescope.model.math.linear.SingularValueDecomposition;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.session.Session;

/**
 * The directions of the recorded population's activity that follow the inputs (input-potent), from a regression of
 * condition averages on the inputs in the same bins; the other directions are input-null (after Kaufman et al. 2014).
 * Every neuron is divided by its range plus 5 sp/s.
 *
 * @param scale of every neuron, sp/s
 * @param potent orthonormal, {@code [direction][neuron]}
 * @param axes principal axes of the condition averages, {@code [axis][neuron]}
 * @param spread standard deviation along every axis
 */
public record InputSubspace(double[] scale, double[][] potent, double[][] axes, double[] spread) {
    /** The number of random subspaces. */
    public static final int DRAWS = 999;

    private static final double RANK_TOLERANCE = 1e-6;
    private static final double TAIL = 0.025;
    /** The variance of a factor must be this many standard errors above 0; below, a share means nothing. */
    private static final double LEAST_ERRORS = 2;

    /**
     * The share of the factor-related variance in the input-potent directions, beside random subspaces.
     *
     * @param share NaN if the factor explains hardly any variance beyond noise
     * @param error standard error of the share over trials (jackknife)
     * @param random mean over random subspaces of the same size, drawn from the covariance of the condition averages
     *     (Elsayed et al. 2016)
     * @param low 2.5 % of the random subspaces lie below
     * @param high 2.5 % lie above
     */
    public record Share(double share, double error, double random, double low, double high) {}

    /**
     * The directions that follow the inputs.
     *
     * @param rows averages of training trials
     * @throws InputError if the inputs that vary are not fewer than the neurons
     */
    public static InputSubspace of(ConditionAverages rows, RecordedNeurons neurons) {
        int count = neurons.size();
        int[] single = rows.singleConditions();
        double[][] rates = pick(rows.data(neurons), single);
        Session session = rows.session();
        int channels = session.channels().size();
        double[][] inputs = pick(
                rows.average(channels, (trial, bin, channel) -> session.input(rows.positions()[trial], bin, channel)),
                single);
        int[] varying = IntStream.range(0, channels)
                .filter(c ->
                        varies(Arrays.stream(inputs).mapToDouble(row -> row[c]).toArray()))
                .toArray();
        if (varying.length == 0) {
            throw new InputError("No input of the session varies, so there are no input-potent directions.");
        }
        if (varying.length >= count) {
            throw new InputError("The session has " + varying.length + " inputs and " + count
                    + " neurons: input-null directions need more neurons than inputs.");
        }
        double[] scale = PrincipalAxes.softScale(rates);
        double[][] x = scored(centred(inputs, varying));
        double[][] y = centred(
                Arrays.stream(rates)
                        .map(row -> IntStream.range(0, count)
                                .mapToDouble(n -> row[n] / scale[n])
                                .toArray())
                        .toArray(double[][]::new),
                IntStream.range(0, count).toArray());
        PrincipalAxes axes = PrincipalAxes.of(rates, scale);
        return new InputSubspace(
                scale,
                basis(regression(x, y), varying.length, count),
                axes.axes(),
                Arrays.stream(axes.variances())
                        .map(v -> Math.sqrt(Math.max(0, v)))
                        .toArray());
    }

    /** The number of input-potent directions. */
    public int size() {
        return potent.length;
    }

    /** The share of the variance of one factor in these directions. */
    public Share share(FactorTrials trials, RecordedNeurons neurons, FactorCovariance.Rates rates) {
        FactorCovariance signal = FactorCovariance.of(trials, neurons, scale, rates);
        double[][] covariance = signal.covariance();
        double total = signal.trace();
        SubspaceJackknife errors = SubspaceJackknife.of(trials, neurons, scale, potent, rates);
        if (!(total > LEAST_ERRORS * errors.ofTotal())) {
            return new Share(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        ToDoubleFunction<double[][]> share = directions -> Arrays.stream(directions)
                        .mapToDouble(direction -> quadratic(covariance, direction))
                        .sum()
                / total;
        CounterRandom random = CounterRandom.of(0, Stream.PERMUTATION);
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToDouble(draw -> share.applyAsDouble(random(random.at(draw))))
                .sorted()
                .toArray();
        int tail = (int) (TAIL * DRAWS);
        return new Share(
                share.applyAsDouble(potent),
                errors.ofShare(),
                Arrays.stream(drawn).average().orElse(Double.NaN),
                drawn[tail],
                drawn[DRAWS - 1 - tail]);
    }

    /** A random subspace of the same size, drawn from the covariance of the condition averages. */
    private double[][] random(CounterRandom random) {
        int count = scale.length;
        double[] matrix = new double[potent.length * count];
        for (int direction = 0; direction < potent.length; direction++) {
            for (int axis = 0; axis < axes.length; axis++) {
                double along = spread[axis] * random.gaussian((long) direction * axes.length + axis);
                for (int n = 0; n < count; n++) {
                    matrix[direction * count + n] += along * axes[axis][n];
                }
            }
        }
        return basis(matrix, potent.length, count);
    }

    /** An orthonormal basis of the space that the rows of a matrix span. */
    private static double[][] basis(double[] matrix, int rows, int columns) {
        SingularValueDecomposition vectors = SingularValueDecomposition.of(matrix, rows, columns);
        double least = RANK_TOLERANCE * vectors.values()[0];
        int rank = (int)
                Arrays.stream(vectors.values()).filter(value -> value > least).count();
        return Arrays.copyOf(vectors.right(), rank);
    }

    /** The coefficients of least squares without intercept, {@code [input][neuron]}, row by row. */
    private static double[] regression(double[][] x, double[][] y) {
        RidgeRegression least = new RidgeRegression(x[0].length, y[0].length);
        double[] flat = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        for (int row = 0; row < x.length; row++) {
            least.add(flat, row * x[0].length, y[row]);
        }
        return least.solve(RANK_TOLERANCE);
    }

    private static double quadratic(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }

    /** Whether values differ by more than rounding. */
    private static boolean varies(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return high - low > RANK_TOLERANCE * Math.max(Math.abs(low), Math.abs(high));
    }

    /** Centred columns divided by their standard deviations, so that the units of the inputs do not matter. */
    private static double[][] scored(double[][] centred) {
        int columns = centred[0].length;
        double[] deviation = new double[columns];
        for (double[] row : centred) {
            for (int c = 0; c < columns; c++) {
                deviation[c] += row[c] * row[c] / centred.length;
            }
        }
        return Arrays.stream(centred)
                .map(row -> IntStream.range(0, columns)
                        .mapToDouble(c -> row[c] / Math.sqrt(deviation[c]))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] pick(double[][] all, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> all[row]).toArray(double[][]::new);
    }

    private static double[][] centred(double[][] values, int[] columns) {
        double[] mean = PrincipalAxes.mean(values);
        return Arrays.stream(values)
                .map(row ->
                        IntStream.of(columns).mapToDouble(c -> row[c] - mean[c]).toArray())
                .toArray(double[][]::new);
    }
}
