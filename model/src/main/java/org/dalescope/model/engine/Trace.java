package org.dalescope.model.engine;

/** A forward pass: its statistics, and what the adjoint needs, held until closed. */
public sealed interface Trace extends AutoCloseable permits FusedTrace, TensorTrace {
    Statistics statistics();

    @Override
    void close();
}
