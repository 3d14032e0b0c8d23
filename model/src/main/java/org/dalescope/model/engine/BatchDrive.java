package org.dalescope.model.engine;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.simd.FloatArrayPool;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.embedding.EmbeddingPass;
import org.dalescope.model.network.embedding.InputEmbedding;

/**
 * A batch after the steps that precede the recurrence in every engine: noise on its inputs, then the network's
 * embedding. Without both, the batch is unchanged. Every engine uses this class, so that no caller can forget the
 * embedding of a network.
 *
 * @param inputs the batch with input noise
 * @param batch the batch that W_in is applied to
 * @param taken arrays to return to the pool
 */
public record BatchDrive(Network network, Batch inputs, Batch batch, List<float[]> taken, FloatArrayPool pool)
        implements AutoCloseable {
    /**
     * Trials per task. The sums of the tasks are added in order, so that the number of threads does not change the
     * result.
     */
    private static final int TRIALS = 16;

    public static BatchDrive of(Network network, Batch given, Noise noise, WorkerThreads workers, FloatArrayPool pool) {
        int wanted = network.embedding().map(InputEmbedding::channels).orElse(network.channels());
        if (given.channels() != wanted) {
            throw new InputError("The network has " + wanted + " input channels and the session " + given.channels()
                    + ": use a session with the channels that the network was fitted with.");
        }
        List<float[]> taken = new ArrayList<>();
        Batch inputs = noise.inputs().isNone() ? given : noisy(given, noise.inputs(), workers, pool, taken);
        Batch batch = network.embedding()
                .map(embedding -> embedded(embedding, inputs, workers, pool, taken))
                .orElse(inputs);
        return new BatchDrive(network, inputs, batch, List.copyOf(taken), pool);
    }

    /** Adds the derivatives with respect to the embedding's parameters, given those with respect to its outputs. */
    public List<NetworkGradient> through(
            List<NetworkGradient> gradients, InputGradients byDrive, WorkerThreads workers) {
        InputEmbedding embedding = network.embedding().orElseThrow();
        List<NetworkGradient> complete = new ArrayList<>();
        for (int loss = 0; loss < gradients.size(); loss++) {
            complete.add(gradients
                    .get(loss)
                    .withEmbedding(pullBack(embedding, byDrive.perLoss().get(loss), workers)));
        }
        return List.copyOf(complete);
    }

    @Override
    public void close() {
        taken.forEach(pool::give);
    }

    private double[] pullBack(InputEmbedding embedding, float[] gradient, WorkerThreads workers) {
        int bins = inputs.bins();
        List<double[]> parts = workers.map(tasks(inputs), task -> {
            EmbeddingPass pass = embedding.pass();
            for (int trial = task * TRIALS; trial < Math.min(inputs.trials(), (task + 1) * TRIALS); trial++) {
                int at = trial * bins * embedding.dimension();
                pass.pullBack(inputs.inputs(), inputs.offset(trial), batch.inputs(), gradient, at, bins);
            }
            return pass.gradient();
        });
        double[] sum = parts.getFirst();
        for (double[] part : parts.subList(1, parts.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    private static Batch embedded(
            InputEmbedding embedding, Batch inputs, WorkerThreads workers, FloatArrayPool pool, List<float[]> taken) {
        int dimension = embedding.dimension();
        float[] values = pool.take(length(inputs, dimension));
        taken.add(values);
        workers.run(tasks(inputs), task -> {
            EmbeddingPass pass = embedding.pass();
            for (int trial = task * TRIALS; trial < Math.min(inputs.trials(), (task + 1) * TRIALS); trial++) {
                int at = trial * inputs.bins() * dimension;
                pass.embed(inputs.inputs(), inputs.offset(trial), values, at, inputs.bins());
            }
        });
        return Batch.of(inputs.trialIds(), inputs.bins(), dimension, values);
    }

    private static Batch noisy(
            Batch given, InputNoise noise, WorkerThreads workers, FloatArrayPool pool, List<float[]> taken) {
        int perTrial = given.bins() * given.channels();
        float[] values = pool.take(length(given, given.channels()));
        taken.add(values);
        workers.run(given.trials(), trial -> {
            System.arraycopy(given.inputs(), given.offset(trial), values, trial * perTrial, perTrial);
            noise.add(given.trialIds()[trial], values, trial * perTrial, given.bins(), given.channels());
        });
        return Batch.of(given.trialIds(), given.bins(), given.channels(), values);
    }

    private static int tasks(Batch batch) {
        return Math.ceilDiv(batch.trials(), TRIALS);
    }

    private static int length(Batch batch, int perBin) {
        long numbers = (long) batch.trials() * batch.bins() * perBin;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new InputError("The embedded inputs of " + batch.trials() + " trials x " + batch.bins() + " bins x "
                    + perBin + " are more numbers than one array can hold: lower network.embedding.dimension or"
                    + " training.trials_per_step.");
        }
        return (int) numbers;
    }
}
