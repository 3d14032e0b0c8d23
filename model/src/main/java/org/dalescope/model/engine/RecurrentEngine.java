package org.dalescope.model.engine;

import java.util.List;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;

/**
 * Runs r = gain softplus(x), x' = (1-a) x + a (W softplus(x) + W_in u + b) + s sqrt(a) xi, and its adjoint. A network with an embedding
 * is driven by W_in e(u); batches hold u in any case.
 */
public interface RecurrentEngine extends AutoCloseable {
    /** Name and device, for people. */
    String description();

    /** The threads that the engine computes with, for whoever computes with its statistics in between. */
    WorkerThreads workers();

    /** The memory that a step takes, counted beforehand. */
    EngineMemoryEstimate bytes(MemoryWorkload load);

    /** Forward pass that keeps what {@link #backward} needs. */
    Trace forward(Network network, Batch batch, Noise noise, StatisticsPlan plan);

    /**
     * One gradient per loss, in one sweep backward through time.
     *
     * @param timeConstants whether the derivatives by alpha are wanted; they are zero otherwise
     */
    List<NetworkGradient> backward(Trace trace, List<StatisticsGradient> perLoss, boolean timeConstants);

    /** Statistics alone, without keeping anything. */
    RateStatistics statistics(Network network, Batch batch, Noise noise, StatisticsPlan plan);

    /** Rates of all units in sp/s, {@code [trial][bin][unit]}. */
    float[] rates(Network network, Batch batch, Noise noise);

    @Override
    void close();
}
