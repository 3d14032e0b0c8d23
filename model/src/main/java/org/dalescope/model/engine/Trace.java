package org.dalescope.model.engine;

/**
 * The result of an engine's forward pass: its statistics, and the data for the adjoint, which are kept until the trace
 * is closed.
 */
public interface Trace extends AutoCloseable {
    RateStatistics statistics();

    @Override
    void close();
}
