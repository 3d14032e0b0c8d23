package org.dalescope.model.session;

/**
 * A recorded neuron.
 *
 * @param id its name in the file; joins go by it
 */
public record Neuron(int id, NeuronType type, String area) {}
