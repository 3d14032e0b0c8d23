package org.dalescope.model.engine.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.InputGradients;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.engine.StatisticsPlan;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;

/**
 * A block of trials of a batch on the libtorch device, with bins outermost: {@code [bin][trial][unit]}. The drive of
 * all bins is one product. A bin costs three calls forward and five backward. The adjoint is written out instead of
 * using autograd.
 */
final class TensorBlock implements AutoCloseable {
    private final NDManager manager;
    private final DataType type;
    private final TensorWeights weights;
    private final int trials;
    private final int bins;
    private final int units;
    private final NDArray inputs;
    private final NDArray drive;
    private final NDArray noise;
    private final NDArray states;
    private final NDArray activity;
    private final TensorStatistics ownStatistics;

    /** Runs trials through the recurrence; if this fails, nothing is left on the device. */
    static TensorBlock of(
            NDManager parent, DataType type, Network network, Batch batch, Noise noise, WorkerThreads workers) {
        NDManager own = parent.newSubManager();
        try {
            return new TensorBlock(own, type, network, batch, noise, workers);
        } catch (RuntimeException | Error broken) {
            own.close();
            throw broken;
        }
    }

    private TensorBlock(
            NDManager own, DataType type, Network network, Batch batch, Noise noise, WorkerThreads workers) {
        this.manager = own;
        this.type = type;
        this.weights = TensorWeights.of(network, noise.sd(), manager, type);
        this.trials = batch.trials();
        this.bins = batch.bins();
        this.units = network.size();
        this.inputs = TensorWeights.array(
                manager, type, batch.binsOutermost(workers), (long) bins * trials, batch.channels());
        this.noise = noise.sd() > 0
                ? TensorNoise.of(manager, type, weights, noise, batch, workers)
                : manager.zeros(new Shape(1), type);
        this.drive = drive(noise.sd() > 0);
        NDList states = new NDList(bins);
        NDList activities = new NDList(bins);
        run(states, activities);
        this.states = NDArrays.concat(states, 0);
        this.activity = NDArrays.concat(activities, 0);
        this.ownStatistics = new TensorStatistics(weights, type, bins, trials, activity);
        states.close();
        activities.close();
    }

    TensorStatistics.Averages averages(StatisticsPlan plan) {
        return ownStatistics.averages(manager, plan);
    }

    /** The activity softplus(x) of all units, {@code [bin][trial][unit]}. */
    float[] softplus() {
        return activity.toType(DataType.FLOAT32, false).toFloatArray();
    }

    /**
     * Computes one gradient per loss. The derivatives of the statistics are {@code [bin][group][neuron]}, {@code
     * [bin][trial]} and {@code [bin][trial][target]}.
     *
     * @param byInputs receives the derivatives with respect to this block's inputs, from its first trial on, if they
     *     are requested
     */
    List<NetworkGradient> backward(
            StatisticsPlan plan,
            List<StatisticsGradient> perLoss,
            boolean timeConstants,
            Optional<InputGradients> byInputs,
            int firstTrial) {
        try (NDManager scope = manager.newSubManager()) {
            NDList fromStatistics = new NDList();
            for (StatisticsGradient gradient : perLoss) {
                fromStatistics.add(ownStatistics.activityGradient(scope, plan, gradient));
            }
            NDArray lambda = adjoint(scope, fromStatistics);
            List<NetworkGradient> gradients = new ArrayList<>();
            for (int loss = 0; loss < perLoss.size(); loss++) {
                long from = (long) loss * trials;
                NDArray own = lambda.get(":, " + from + ":" + (from + trials) + ", :");
                double[] byReadOut = ownStatistics.readOutGradient(scope, perLoss.get(loss));
                gradients.add(parameterGradient(scope, own, fromStatistics.get(loss), timeConstants)
                        .withReadOut(byReadOut)
                        .throughAlphaAndGain(weights.network()));
                if (byInputs.isPresent()) {
                    putInputGradients(byInputs.get(), own, loss, firstTrial);
                }
            }
            return gradients;
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private NDArray drive(boolean noisy) {
        NDArray total = inputs.matMul(weights.input()).addi(weights.bias());
        NDArray shaped = total.reshape(bins, trials, units);
        return noisy ? shaped.addi(noise) : shaped;
    }

    private void run(NDList states, NDList activities) {
        try (NDManager scope = manager.newSubManager()) {
            NDList perBin = drive.split(bins);
            perBin.attach(scope);
            NDArray x = weights.initial().broadcast(1, trials, units).duplicate();
            for (int bin = 0; bin < bins; bin++) {
                NDArray s = Activation.softPlus(x);
                states.add(x);
                activities.add(s);
                if (bin + 1 < bins) {
                    // On a GPU, another call would cost more than these multiplications with zeros.
                    NDArray joined = NDArrays.concat(new NDList(s, x, perBin.get(bin)), 2);
                    x = joined.matMul(weights.step());
                    joined.close();
                }
            }
        }
    }

    /** Computes lambda_t = d loss / d x_t for all bins and all losses together: {@code [bin][loss x trial][unit]}. */
    private NDArray adjoint(NDManager scope, NDList fromStatistics) {
        NDArray fromRates = NDArrays.concat(fromStatistics, 1);
        NDArray slope = scoped(scope, Activation.sigmoid(states));
        NDList copies = new NDList();
        fromStatistics.forEach(g -> copies.add(slope));
        NDArray slopes = NDArrays.concat(copies, 1);
        NDList gradientPerBin = fromRates.split(bins);
        NDList slopePerBin = slopes.split(bins);
        NDArray[] lambdas = new NDArray[bins];
        NDArray lambda = gradientPerBin.get(bins - 1).mul(slopePerBin.get(bins - 1));
        lambdas[bins - 1] = lambda;
        for (int bin = bins - 2; bin >= 0; bin--) {
            NDArray before = lambda.matMul(weights.adjoint());
            before.addi(gradientPerBin.get(bin)).muli(slopePerBin.get(bin));
            NDArray kept = lambda.mul(weights.decay());
            before.addi(kept);
            kept.close();
            lambda = before;
            lambdas[bin] = lambda;
        }
        return NDArrays.concat(new NDList(lambdas), 0);
    }

    private NDArray scoped(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }

    /** Computes the gradients in the form of the recurrence from lambda {@code [bin][trial][unit]}. */
    private NetworkGradient parameterGradient(
            NDManager scope, NDArray lambda, NDArray activityGradient, boolean timeConstants) {
        Network network = weights.network();
        long rows = (long) (bins - 1) * trials;
        double[] w = new double[units * units];
        double[] wIn = new double[units * network.channels()];
        double[] b = new double[units];
        double[] alpha = new double[units];
        double[] h0 = doubles(lambda.get("0").sum(new int[] {0}));
        if (bins > 1) {
            NDArray later = lambda.get("1:").reshape(rows, units);
            NDArray laterT = later.transpose();
            NDArray earlier = scoped(scope, activity.get(":-1")).reshape(rows, units);
            NDArray inputsBefore = scoped(scope, inputs.get(":" + rows));
            w = doubles(laterT.matMul(earlier));
            wIn = doubles(laterT.matMul(inputsBefore));
            b = doubles(later.sum(new int[] {0}));
            alpha = timeConstants ? alphas(scope, later) : alpha;
        }
        double[] gain = doubles(activityGradient.mul(activity).sum(new int[] {0, 1}));
        return new NetworkGradient(w, wIn, b, h0, gain, alpha);
    }

    private void putInputGradients(InputGradients to, NDArray lambda, int loss, int firstTrial) {
        int channels = to.channels();
        if (bins == 1 || channels == 0) {
            return;
        }
        NDArray later = lambda.get("1:").reshape((long) (bins - 1) * trials, units);
        NDArray product = later.matMul(weights.input().transpose());
        float[] values = product.toType(DataType.FLOAT32, false).toFloatArray();
        for (int bin = 0; bin + 1 < bins; bin++) {
            for (int trial = 0; trial < trials; trial++) {
                int from = (bin * trials + trial) * channels;
                System.arraycopy(values, from, to.perLoss().get(loss), to.at(firstTrial + trial, bin), channels);
            }
        }
    }

    /** The sum of lambda_{t+1} (x_{t+1} - x_t - s sqrt(alpha) xi / 2). */
    private double[] alphas(NDManager scope, NDArray later) {
        NDArray change = scoped(scope, states.get("1:")).sub(scoped(scope, states.get(":-1")));
        if (noise.getShape().dimension() == 3) {
            NDArray half = TensorWeights.array(scope, type, new double[] {0.5});
            change.subi(scoped(scope, noise.get(":-1")).mul(half));
        }
        return doubles(
                change.reshape((long) (bins - 1) * trials, units).muli(later).sum(new int[] {0}));
    }

    private double[] doubles(NDArray array) {
        return ownStatistics.doubles(array);
    }
}
