package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/** Corrections of a session's cell types, parsed from a setting such as {@code 12=E, 31-33=I, 5=leave out}. */
record CellTypeCorrections(List<Correction> corrections) {
    /**
     * One correction.
     *
     * @param type the corrected type; empty if the neurons are left out
     */
    record Correction(IdList.Range ids, Optional<NeuronType> type) {}

    static CellTypeCorrections parse(String text, String key) {
        List<Correction> corrections = new ArrayList<>();
        for (String item : IdList.items(text)) {
            String[] sides = item.split("=", -1);
            if (sides.length != 2) {
                throw refuse(item, key);
            }
            corrections.add(new Correction(IdList.range(sides[0].strip(), key), type(sides[1].strip(), item, key)));
        }
        return new CellTypeCorrections(List.copyOf(corrections));
    }

    /** The ids that the corrections name. */
    IdList ids() {
        return new IdList(corrections.stream().map(Correction::ids).toList());
    }

    /** The corrected neuron; the last correction that names the neuron counts. Empty if the neuron is left out. */
    Optional<Neuron> apply(Neuron neuron) {
        Optional<Neuron> result = Optional.of(neuron);
        for (Correction correction : corrections) {
            if (correction.ids().contains(neuron.id())) {
                result = correction.type().map(type -> new Neuron(neuron.id(), type, neuron.area()));
            }
        }
        return result;
    }

    private static Optional<NeuronType> type(String word, String item, String key) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "leave out", "leave-out", "out" -> Optional.empty();
            default -> Optional.of(type(word).orElseThrow(() -> refuse(item, key)));
        };
    }

    /** The cell type with a name; empty if there is none. */
    static Optional<NeuronType> type(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "e", "excitatory" -> Optional.of(NeuronType.EXCITATORY);
            case "i", "inhibitory" -> Optional.of(NeuronType.INHIBITORY);
            case "u", "unknown", "?" -> Optional.of(NeuronType.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static InputError refuse(String item, String key) {
        return new InputError("Setting " + key + " cannot hold '" + item
                + "': it takes a neuron and its type, such as 12=E, 31-33=I, 7=U or 5=leave out.");
    }
}
