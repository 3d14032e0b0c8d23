package org.dalescope.model.run.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.NeuronType;

/**
 * Compares two runs weight by weight: W_rec of run B minus W_rec of run A, for units that stand for the same neurons.
 * Hidden units have no counterpart in another run and are left out, and so are the indirect connections through them.
 *
 * @param ids of the neurons, E before I before those of unknown type, ascending within each
 * @param types of the neurons
 * @param values {@code [to][from]}
 * @param typed number of neurons left out because they have different types in the two runs
 */
public record WeightDifference(List<Integer> ids, List<NeuronType> types, double[][] values, int typed) {
    /** The number of E neurons. */
    public int excitatory() {
        return (int) types.stream().filter(NeuronType.EXCITATORY::equals).count();
    }

    public static WeightDifference of(Network a, Network b) {
        Map<Integer, Integer> inA = units(a.units());
        Map<Integer, Integer> inB = units(b.units());
        List<Integer> shared = new ArrayList<>(inA.keySet());
        shared.retainAll(inB.keySet());
        List<Integer> ids = shared.stream()
                .filter(id -> type(a, inA, id) == type(b, inB, id))
                .sorted(Comparator.<Integer, NeuronType>comparing(id -> type(a, inA, id))
                        .thenComparingInt(id -> id))
                .toList();
        List<NeuronType> types = ids.stream().map(id -> type(a, inA, id)).toList();
        int[] unitsA = ids.stream().mapToInt(id -> inA.getOrDefault(id, 0)).toArray();
        int[] unitsB = ids.stream().mapToInt(id -> inB.getOrDefault(id, 0)).toArray();
        double[][] values = new double[ids.size()][ids.size()];
        for (int to = 0; to < values.length; to++) {
            for (int from = 0; from < values.length; from++) {
                values[to][from] = weight(b, unitsB[to], unitsB[from]) - weight(a, unitsA[to], unitsA[from]);
            }
        }
        return new WeightDifference(ids, types, values, shared.size() - ids.size());
    }

    /** The largest magnitude of a difference; 0 if there is none. */
    public double largest() {
        double largest = 0;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static NeuronType type(Network network, Map<Integer, Integer> units, int id) {
        return network.units().type(units.getOrDefault(id, 0));
    }

    private static double weight(Network network, int to, int from) {
        return network.w()[to * network.size() + from];
    }

    private static Map<Integer, Integer> units(UnitMap map) {
        Map<Integer, Integer> units = new HashMap<>();
        for (int i = 0; i < map.recorded(); i++) {
            units.put(map.neuronIds()[i], map.recordedUnit()[i]);
        }
        return units;
    }
}
