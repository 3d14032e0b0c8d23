package org.dalescope.model.session.curation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.NeuronType;

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

    /** Whether neurons of a type are fitted. */
    boolean keeps(NeuronType type) {
        return types.isEmpty() || types.contains(type);
    }

    /**
     * Checks that every named type has a neuron.
     *
     * @param there the types of the neurons that the other settings keep
     * @throws InputError if one has none
     */
    void check(Set<NeuronType> there) {
        types.stream().filter(type -> !there.contains(type)).findFirst().ifPresent(type -> {
            throw new InputError("Setting " + KEY + " keeps "
                    + type.name().toLowerCase(Locale.ROOT) + " neurons, but the session has none: correct it, or give"
                    + " the neurons' types in " + Curation.TYPES + ".");
        });
    }
}
