package org.dalescope.model.engine;

/** The size of one training step, which determines which engine is faster. */
public record Workload(int trials, int bins, int units, int channels, int recorded) {
    @Override
    public String toString() {
        return trials + " trials x " + bins + " bins x " + units + " units";
    }

    /** The floating-point operations of the matrix products of a forward pass. */
    public double productFlops() {
        return 2.0 * trials * bins * units * (units + channels);
    }
}
