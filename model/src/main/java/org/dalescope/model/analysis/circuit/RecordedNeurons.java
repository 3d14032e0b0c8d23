package org.dalescope.model.analysis.circuit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/**
 * The recorded neurons of a session in ascending order of their ids, as all analyses use them, so that results do not
 * depend on their order in the file.
 *
 * @param ids ascending
 * @param excitatory whether each neuron is excitatory
 * @param columns position of each neuron in the session
 */
public record RecordedNeurons(int[] ids, boolean[] excitatory, int[] columns) {
    public static RecordedNeurons of(Session session) {
        List<Neuron> neurons = session.neurons();
        Map<Neuron, Integer> columns = new HashMap<>();
        for (int i = 0; i < neurons.size(); i++) {
            columns.put(neurons.get(i), i);
        }
        List<Neuron> sorted =
                neurons.stream().sorted(Comparator.comparingInt(Neuron::id)).toList();
        boolean[] excitatory = new boolean[sorted.size()];
        for (int i = 0; i < excitatory.length; i++) {
            excitatory[i] = sorted.get(i).type() == NeuronType.EXCITATORY;
        }
        return new RecordedNeurons(
                sorted.stream().mapToInt(Neuron::id).toArray(),
                excitatory,
                sorted.stream().mapToInt(columns::get).toArray());
    }

    public int size() {
        return ids.length;
    }

    /** The unit of every neuron in a network, joined by id. */
    public int[] units(UnitMap map) {
        Map<Integer, Integer> unitOf = new HashMap<>();
        for (int i = 0; i < map.recorded(); i++) {
            unitOf.put(map.neuronIds()[i], map.recordedUnit()[i]);
        }
        return Arrays.stream(ids)
                .map(id -> {
                    Integer unit = unitOf.get(id);
                    if (unit == null) {
                        throw new IllegalArgumentException("the network has no unit for neuron " + id);
                    }
                    return unit;
                })
                .toArray();
    }

    public String letter(int neuron) {
        return (excitatory[neuron] ? NeuronType.EXCITATORY : NeuronType.INHIBITORY).letter();
    }

    public String count() {
        return ids.length + " neurons";
    }

    /** The first columns of a table with a row per neuron. */
    public List<Table.Column> tableColumns() {
        String[] letters = new String[size()];
        Arrays.setAll(letters, this::letter);
        return List.of(
                new Table.Numbers(
                        "neuron", "", Arrays.stream(ids).asDoubleStream().toArray()),
                new Table.Words("type", List.of(letters)));
    }
}
