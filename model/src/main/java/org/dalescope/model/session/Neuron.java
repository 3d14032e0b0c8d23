package org.dalescope.model.session;

/**
 * A neuron of a recorded session.
 *
 * @param id the number of the neuron in the file, by which tables are joined
 */
public record Neuron(int id, NeuronType type, String area) {}
