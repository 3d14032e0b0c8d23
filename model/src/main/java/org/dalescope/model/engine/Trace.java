package org.dalescope.model.engine;

/** A forward pass: its statistics, and what the adjoint needs, held until closed. */
public interface Trace extends AutoCloseable {
    RateStatistics statistics();

    @Override
    void close();
}
