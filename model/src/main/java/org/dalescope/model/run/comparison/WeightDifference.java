package org.dalescope.model.run.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;

/**
 * Compares two runs weight by weight: W_rec of run B minus W_rec of run A, for units that stand for the same neurons.
 * Hidden units have no counterpart in another run and are left out, and so are the indirect connections through them.
 *
 * @param ids of the neurons, E before I, ascending within each
 * @param excitatory number of E neurons among them
 * @param values {@code [to][from]}
 * @param typed number of neurons left out because they are E in one run and I in the other
 */
public record WeightDifference(List<Integer> ids, int excitatory, double[][] values, int typed) {
    public static WeightDifference of(Network a, Network b) {
        Map<Integer, Integer> inA = units(a.units());
        Map<Integer, Integer> inB = units(b.units());
        List<Integer> shared = new ArrayList<>(inA.keySet());
        shared.retainAll(inB.keySet());
        List<Integer> ids = shared.stream()
                .filter(id -> isExcitatory(a, inA, id) == isExcitatory(b, inB, id))
                .sorted(Comparator.<Integer>comparingInt(id -> isExcitatory(a, inA, id) ? 0 : 1)
                        .thenComparingInt(id -> id))
                .toList();
        int excitatory =
                (int) ids.stream().filter(id -> isExcitatory(a, inA, id)).count();
        int[] unitsA = ids.stream().mapToInt(id -> inA.getOrDefault(id, 0)).toArray();
        int[] unitsB = ids.stream().mapToInt(id -> inB.getOrDefault(id, 0)).toArray();
        double[][] values = new double[ids.size()][ids.size()];
        for (int to = 0; to < values.length; to++) {
            for (int from = 0; from < values.length; from++) {
                values[to][from] = weight(b, unitsB[to], unitsB[from]) - weight(a, unitsA[to], unitsA[from]);
            }
        }
        return new WeightDifference(ids, excitatory, values, shared.size() - ids.size());
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

    private static boolean isExcitatory(Network network, Map<Integer, Integer> units, int id) {
        return network.units().isExcitatory(units.getOrDefault(id, 0));
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
