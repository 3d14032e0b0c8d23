package org.dalescope.model.session.curation;

import java.util.Locale;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** The neurons that a measured perturbation reaches directly, such as the cells with an opsin. */
public sealed interface PerturbationTarget {
    /** Every neuron. */
    record Everyone() implements PerturbationTarget {}

    /** The neurons of one type. */
    record OfType(NeuronType type) implements PerturbationTarget {}

    /** Some recorded neurons. */
    record Listed(IdList ids) implements PerturbationTarget {}

    /**
     * Reads the setting {@link PerturbedTrials#UNITS}.
     *
     * @throws InputError if it is neither a type nor a list of ids
     */
    static PerturbationTarget parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "all" -> new Everyone();
            case "e" -> new OfType(NeuronType.EXCITATORY);
            case "i" -> new OfType(NeuronType.INHIBITORY);
            case "" ->
                throw new InputError("Setting " + PerturbedTrials.UNITS
                        + " is empty: say which neurons the perturbation reaches, such as I or 3,7,10-14.");
            default -> new Listed(IdList.parse(text, PerturbedTrials.UNITS));
        };
    }

    /**
     * Whether each neuron of a session is in the target; perhaps none is, if all targeted units are hidden.
     *
     * @throws InputError if the session does not have an id
     */
    default boolean[] in(Session session) {
        int[] ids = session.neurons().stream().mapToInt(Neuron::id).toArray();
        if (this instanceof Listed listed) {
            listed.ids().firstWithout(ids).ifPresent(id -> {
                throw new InputError("Setting " + PerturbedTrials.UNITS + " names neuron " + id
                        + ", which the session does not have or the fit leaves out: remove it.");
            });
        }
        boolean[] in = new boolean[ids.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = contains(session.neurons().get(i));
        }
        return in;
    }

    private boolean contains(Neuron neuron) {
        return switch (this) {
            case Everyone _ -> true;
            case OfType ofType -> neuron.type() == ofType.type();
            case Listed listed -> listed.ids().contains(neuron.id());
        };
    }
}
