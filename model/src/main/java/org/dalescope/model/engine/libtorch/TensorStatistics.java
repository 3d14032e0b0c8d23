package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.dalescope.model.engine.PointwiseSums;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.network.ReadOut;

/**
 * Computes the statistics of a block from its activity on the libtorch device, and d loss / d activity from a loss's
 * derivatives.
 *
 * @param activity softplus(x), {@code [bin][trial][unit]}
 */
record TensorStatistics(TensorWeights weights, DataType type, int bins, int trials, NDArray activity) {

    /**
     * The contribution of a block to the statistics.
     *
     * @param psth {@code [bin][group][neuron]}
     * @param population {@code [bin][trial]}
     * @param output {@code [bin][trial][target]}
     */
    record Averages(double[] psth, double[] population, Moments moments, double[] output) {}

    Averages averages(NDManager manager, StatisticsPlan plan) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray rates = rates(scope);
            double[] psth = doubles(planWeights(scope, plan).matMul(rates));
            double[] population = plan.population() ? doubles(rates.mean(new int[] {2})) : new double[0];
            double[] output = TensorReadOut.of(plan, weights.network(), scope, type)
                    .map(y -> doubles(y.read(rows(scope))))
                    .orElseGet(() -> new double[0]);
            return new Averages(psth, population, moments(scope, plan.pointwise(), rates), output);
        }
    }

    /** Computes d loss / d softplus(x), {@code [bin][trial][unit]}. */
    NDArray activityGradient(NDManager scope, StatisticsPlan plan, StatisticsGradient gradient) {
        int recorded = recorded();
        NDArray rates = scope.zeros(new Shape(bins, trials, recorded), type);
        if (gradient.psth().length > 0) {
            NDArray psth = array(scope, gradient.psth(), bins, plan.groups(), recorded);
            rates.addi(planWeights(scope, plan).transpose(0, 2, 1).matMul(psth));
        }
        if (gradient.population().length > 0) {
            NDArray population = array(scope, gradient.population(), bins, trials, 1);
            rates.addi(population.muli(number(scope, 1.0 / recorded)));
        }
        if (gradient.moments().poisson() != 0) {
            rates.addi(poissonSlope(scope, plan.pointwise(), gradient.moments().poisson()));
        }
        NDArray flat = rates.reshape((long) bins * trials, recorded)
                .matMul(weights.readout().transpose());
        NDArray total = flat.reshape(bins, trials, units());
        if (gradient.moments().mean().length > 0) {
            total.addi(momentSlope(scope, plan.pointwise(), gradient.moments()));
        }
        if (gradient.output().length > 0) {
            TensorReadOut readOut =
                    TensorReadOut.of(plan, weights.network(), scope, type).orElseThrow();
            NDArray slope = readOut.slope(byOutput(scope, gradient.output()));
            total.addi(slope.reshape(bins, trials, units()));
        }
        return total;
    }

    /** The derivatives for W_out, as products with activity {@code [target][unit]}, then those for b_out. */
    double[] readOutGradient(NDManager scope, StatisticsGradient gradient) {
        double[] sums =
                new double[weights.network().readOut().map(ReadOut::length).orElse(0)];
        if (gradient.output().length > 0) {
            NDArray byOutput = byOutput(scope, gradient.output());
            double[] products = doubles(byOutput.transpose().matMul(rows(scope)));
            double[] byBias = doubles(byOutput.sum(new int[] {0}));
            System.arraycopy(products, 0, sums, 0, products.length);
            System.arraycopy(byBias, 0, sums, products.length, byBias.length);
        }
        return sums;
    }

    private NDArray byOutput(NDManager scope, double[] values) {
        long rows = (long) bins * trials;
        return array(scope, values, rows, values.length / rows);
    }

    private NDArray rows(NDManager scope) {
        return scoped(scope, activity).reshape((long) bins * trials, units());
    }

    double[] doubles(NDArray array) {
        if (type == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        float[] floats = array.toFloatArray();
        double[] wide = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            wide[i] = floats[i];
        }
        return wide;
    }

    private Moments moments(NDManager scope, PointwiseSums plan, NDArray recordedRates) {
        if (!plan.wanted()) {
            return Moments.zero(0);
        }
        NDArray perBin = array(scope, plan.weights(), 1, (long) bins * trials);
        double[] mean = new double[0];
        double[] square = mean;
        if (plan.moments()) {
            NDArray all = scoped(scope, activity).mul(gains(scope)).reshape((long) bins * trials, units());
            mean = doubles(perBin.matMul(all));
            square = doubles(perBin.matMul(all.square()));
        }
        double poisson = 0;
        if (plan.counts().wanted()) {
            NDArray expected = recordedRates.mul(number(scope, plan.counts().binSeconds()));
            NDArray log =
                    expected.add(number(scope, StatisticsGradient.COUNT_FLOOR)).log();
            NDArray terms = expected.sub(counts(scope, plan).muli(log))
                    .muli(neuronWeights(scope, plan))
                    .mean(new int[] {2});
            poisson = doubles(perBin.matMul(terms.reshape((long) bins * trials, 1)))[0];
        }
        return new Moments(mean, square, poisson);
    }

    private NDArray momentSlope(NDManager scope, PointwiseSums plan, Moments gradient) {
        double[] gain = weights.network().gain();
        double[] first = new double[gain.length];
        double[] second = new double[gain.length];
        for (int unit = 0; unit < gain.length; unit++) {
            first[unit] = gain[unit] * gradient.mean()[unit];
            second[unit] = 2 * gain[unit] * gain[unit] * gradient.square()[unit];
        }
        NDArray slope = scoped(scope, activity).mul(array(scope, second, 1, units()));
        slope.addi(array(scope, first, 1, units()));
        return slope.muli(array(scope, plan.weights(), bins, trials, 1));
    }

    private NDArray poissonSlope(NDManager scope, PointwiseSums plan, double factor) {
        double binSeconds = plan.counts().binSeconds();
        NDArray expected = rates(scope).mul(number(scope, binSeconds));
        NDArray share = counts(scope, plan).divi(expected.addi(number(scope, StatisticsGradient.COUNT_FLOOR)));
        NDArray slope = number(scope, 1).sub(share);
        slope.muli(array(scope, plan.weights(), bins, trials, 1));
        slope.muli(neuronWeights(scope, plan));
        return slope.muli(number(scope, factor * binSeconds / recorded()));
    }

    private NDArray neuronWeights(NDManager scope, PointwiseSums plan) {
        return array(scope, plan.counts().neuronWeights(), 1, 1, recorded());
    }

    private NDArray counts(NDManager scope, PointwiseSums plan) {
        int recorded = recorded();
        float[] perBin = new float[recorded * trials];
        float[] all = new float[bins * trials * recorded];
        for (int bin = 0; bin < bins; bin++) {
            plan.counts().gather(bin, bins, recorded, 0, trials, trials, perBin);
            for (int i = 0; i < perBin.length; i++) {
                all[(bin * trials + i % trials) * recorded + i / trials] = perBin[i];
            }
        }
        return array(scope, all, bins, trials, recorded);
    }

    private NDArray rates(NDManager scope) {
        NDArray flat = activity.reshape((long) bins * trials, units()).matMul(weights.readout());
        flat.attach(scope);
        return scoped(scope, flat.reshape(bins, trials, -1));
    }

    private NDArray planWeights(NDManager scope, StatisticsPlan plan) {
        return array(scope, plan.weights(), bins, plan.groups(), trials);
    }

    private NDArray gains(NDManager scope) {
        return array(scope, weights.network().gain(), 1, units());
    }

    private NDArray number(NDManager scope, double value) {
        return array(scope, new double[] {value}, 1);
    }

    private NDArray array(NDManager scope, double[] values, long... shape) {
        return TensorWeights.array(scope, type, values, shape);
    }

    private NDArray array(NDManager scope, float[] values, long... shape) {
        return TensorWeights.array(scope, type, values, shape);
    }

    /** The same array, attached to the scope so that results computed from it belong to the scope. */
    private static NDArray scoped(NDManager scope, NDArray array) {
        NDArray view = array.reshape(array.getShape());
        view.attach(scope);
        return view;
    }

    private int units() {
        return weights.network().size();
    }

    private int recorded() {
        return weights.network().units().recorded();
    }
}
