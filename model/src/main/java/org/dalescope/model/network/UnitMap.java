package org.dalescope.model.network;

import java.util.List;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/**
 * The map between the units of a network and the recorded neurons. Units are ordered recorded E, hidden E, recorded I,
 * hidden I. Every recorded neuron has a unit of its own type.
 *
 * @param neuronIds ids of the recorded neurons, in the session's order
 * @param recordedUnit the unit of every recorded neuron, in the session's order
 */
public record UnitMap(int excitatory, int inhibitory, int[] neuronIds, int[] recordedUnit) {

    /** The map with as many hidden units as are needed for {@code ratio} E units per I unit. */
    public static UnitMap of(List<Neuron> neurons, double ratio) {
        int recordedE = count(neurons, NeuronType.EXCITATORY);
        int recordedI = count(neurons, NeuronType.INHIBITORY);
        boolean enoughE = recordedE >= ratio * recordedI;
        int excitatory = enoughE ? recordedE : (int) Math.ceil(ratio * recordedI);
        int inhibitory = enoughE ? Math.max((int) Math.ceil(recordedE / ratio), recordedI) : recordedI;
        int[] ids = new int[neurons.size()];
        int[] units = new int[neurons.size()];
        int nextE = 0;
        int nextI = excitatory;
        for (int i = 0; i < ids.length; i++) {
            ids[i] = neurons.get(i).id();
            units[i] = neurons.get(i).type() == NeuronType.EXCITATORY ? nextE++ : nextI++;
        }
        return new UnitMap(excitatory, inhibitory, ids, units);
    }

    public int units() {
        return excitatory + inhibitory;
    }

    public int recorded() {
        return recordedUnit.length;
    }

    public boolean isExcitatory(int unit) {
        return unit < excitatory;
    }

    /** The sign of a unit's outgoing weights: +1 for E, -1 for I. */
    public int sign(int unit) {
        return isExcitatory(unit) ? 1 : -1;
    }

    private static int count(List<Neuron> neurons, NeuronType type) {
        return (int) neurons.stream().filter(n -> n.type() == type).count();
    }
}
