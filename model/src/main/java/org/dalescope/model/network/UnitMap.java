package org.dalescope.model.network;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.settings.NetworkSettings;

/**
 * The map between the units of a network and the recorded neurons. Units are ordered recorded E, hidden E, recorded I,
 * hidden I, unknown. Every recorded neuron has a unit of its own type; the units of neurons of unknown type are last.
 *
 * @param unknown units of neurons of unknown type
 * @param neuronIds ids of the recorded neurons, in the session's order
 * @param recordedUnit the unit of every recorded neuron, in the session's order
 */
public record UnitMap(int excitatory, int inhibitory, int unknown, int[] neuronIds, int[] recordedUnit) {
    /** A map without units of unknown type. */
    public UnitMap(int excitatory, int inhibitory, int[] neuronIds, int[] recordedUnit) {
        this(excitatory, inhibitory, 0, neuronIds, recordedUnit);
    }

    /**
     * The map with the numbers of hidden units in the settings or, where the settings give no number, with as many as
     * are needed for {@code ratio} E units per I unit.
     */
    public static UnitMap of(List<Neuron> neurons, NetworkSettings settings) {
        return of(neurons, settings, 0, 0);
    }

    /**
     * The map with hidden units also in the place of recorded neurons that are not fitted, unless the settings give
     * the numbers of hidden units. The network is then as large as that of all neurons.
     *
     * @param replacedE E neurons that are not among the neurons
     * @param replacedI I neurons that are not among the neurons
     */
    public static UnitMap of(List<Neuron> neurons, NetworkSettings settings, int replacedE, int replacedI) {
        int recordedE = count(neurons, NeuronType.EXCITATORY);
        int recordedI = count(neurons, NeuronType.INHIBITORY);
        double ratio = settings.eiRatio();
        int leastE = recordedE + (settings.hiddenE() >= 0 ? settings.hiddenE() : replacedE);
        int leastI = recordedI + (settings.hiddenI() >= 0 ? settings.hiddenI() : replacedI);
        boolean enoughE = leastE >= ratio * leastI;
        int byRatioE = enoughE ? leastE : (int) Math.ceil(ratio * leastI);
        int byRatioI = enoughE ? Math.max((int) Math.ceil(leastE / ratio), leastI) : leastI;
        int excitatory = settings.hiddenE() >= 0 ? leastE : byRatioE;
        int inhibitory = settings.hiddenI() >= 0 ? leastI : byRatioI;
        int[] ids = new int[neurons.size()];
        int[] units = new int[neurons.size()];
        int nextE = 0;
        int nextI = excitatory;
        int nextUnknown = excitatory + inhibitory;
        for (int i = 0; i < ids.length; i++) {
            ids[i] = neurons.get(i).id();
            units[i] = switch (neurons.get(i).type()) {
                case EXCITATORY -> nextE++;
                case INHIBITORY -> nextI++;
                case UNKNOWN -> nextUnknown++;
            };
        }
        return new UnitMap(excitatory, inhibitory, count(neurons, NeuronType.UNKNOWN), ids, units);
    }

    /** The neuron of every unit, by its place in the session's order; -1 for a hidden unit. */
    public int[] neuronOfUnit() {
        int[] neurons = new int[units()];
        Arrays.fill(neurons, -1);
        for (int neuron = 0; neuron < recordedUnit.length; neuron++) {
            neurons[recordedUnit[neuron]] = neuron;
        }
        return neurons;
    }

    /** The id of the neuron of every unit; -1 for a hidden unit. */
    public int[] neuronIdOfUnit() {
        return Arrays.stream(neuronOfUnit())
                .map(neuron -> neuron < 0 ? -1 : neuronIds[neuron])
                .toArray();
    }

    public int units() {
        return excitatory + inhibitory + unknown;
    }

    public int recorded() {
        return recordedUnit.length;
    }

    public NeuronType type(int unit) {
        if (unit < excitatory) {
            return NeuronType.EXCITATORY;
        }
        return unit < excitatory + inhibitory ? NeuronType.INHIBITORY : NeuronType.UNKNOWN;
    }

    public boolean isExcitatory(int unit) {
        return type(unit) == NeuronType.EXCITATORY;
    }

    public boolean isInhibitory(int unit) {
        return type(unit) == NeuronType.INHIBITORY;
    }

    /** The sign of a unit's outgoing weights: +1 for E, -1 for I, 0 if its type is unknown. */
    public int sign(int unit) {
        return switch (type(unit)) {
            case EXCITATORY -> 1;
            case INHIBITORY -> -1;
            case UNKNOWN -> 0;
        };
    }

    private static int count(List<Neuron> neurons, NeuronType type) {
        return (int) neurons.stream().filter(n -> n.type() == type).count();
    }
}
