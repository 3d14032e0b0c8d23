package org.dalescope.model.engine;

import java.util.List;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;

/**
 * An engine that runs the recurrence of a network, r = gain softplus(x), x' = (1-a) x + a (W softplus(x) + W_in u + b)
 * + s sqrt(a) xi, and its adjoint. A network with an embedding is driven by W_in e(u). A batch always holds u.
 */
public interface RecurrentEngine extends AutoCloseable {
    /** The name and device of the engine, for display. */
    String description();

    /** The threads that the engine computes with. Callers may use them for computations between the passes. */
    WorkerThreads workers();

    /** The memory that a step needs, computed in advance. */
    EngineMemoryEstimate bytes(MemoryWorkload load);

    /** Runs a forward pass that keeps the data for {@link #backward}. */
    Trace forward(Network network, Batch batch, Noise noise, StatisticsPlan plan);

    /**
     * Computes one gradient per loss in one pass backward through time.
     *
     * @param timeConstants whether to compute the derivatives with respect to alpha; they are zero otherwise
     */
    List<NetworkGradient> backward(Trace trace, List<StatisticsGradient> perLoss, boolean timeConstants);

    /** Computes the statistics of a forward pass without keeping data for a backward pass. */
    RateStatistics statistics(Network network, Batch batch, Noise noise, StatisticsPlan plan);

    /** Computes the rates of all units in sp/s, {@code [trial][bin][unit]}. */
    float[] rates(Network network, Batch batch, Noise noise);

    @Override
    void close();
}
