package org.dalescope.model.session.curation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/**
 * The cell types whose neurons are fitted, parsed from a setting such as {@code E} or {@code E, U}.
 *
 * @param types empty for all types
 */
record FittedTypes(Set<NeuronType> types) {
    private static final String KEY = Curation.FITTED_TYPES;

    FittedTypes {
        types = Set.copyOf(types);
    }

    static FittedTypes parse(String text) {
        Set<NeuronType> types = EnumSet.noneOf(NeuronType.class);
        for (String item : IdList.items(text)) {
            types.add(CellTypeCorrections.type(item)
                    .orElseThrow(() -> new InputError("Setting " + KEY + " cannot hold '" + item
                            + "': it takes cell types, such as E, or E,U for excitatory and unknown ones.")));
        }
        return new FittedTypes(types);
    }

    /**
     * The types of a session whose neurons stay.
     *
     * @throws InputError if no neuron has one of the types
     */
    Set<NeuronType> of(Session session, CellTypeCorrections corrections) {
        for (NeuronType type : types) {
            boolean isThere = session.neurons().stream()
                    .flatMap(neuron -> corrections.apply(neuron).stream())
                    .anyMatch(neuron -> neuron.type() == type);
            if (!isThere) {
                throw new InputError("Setting " + KEY + " keeps "
                        + type.name().toLowerCase(Locale.ROOT)
                        + " neurons, but the session has none: correct it, or give"
                        + " the neurons' types in " + Curation.TYPES + ".");
            }
        }
        return types;
    }
}
