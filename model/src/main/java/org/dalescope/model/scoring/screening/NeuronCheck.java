package org.dalescope.model.scoring.screening;

import java.util.Map;
import org.dalescope.model.session.Neuron;

/**
 * The result of the screening of a neuron before a fit: its rate, its drift and its reliability.
 *
 * @param rate mean rate over valid bins, sp/s
 * @param overall reliability of its PSTH over all usable trials
 * @param byCondition the same within the trials of every condition
 */
public record NeuronCheck(
        Neuron neuron, double rate, Drift drift, Reliability overall, Map<String, Reliability> byCondition) {}
