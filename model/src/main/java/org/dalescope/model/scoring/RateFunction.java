package org.dalescope.model.scoring;

/** The rates of neurons in some trials, of data or of a model. */
@FunctionalInterface
public interface RateFunction {
    /** The rate of a neuron in a bin of the i-th trial, sp/s. */
    double at(int i, int bin, int neuron);
}
