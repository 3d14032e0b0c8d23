package org.dalescope.model.scoring;

import java.util.function.IntPredicate;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** The groups of neurons for which scores are given separately. */
public enum NeuronGroup {
    ALL("all", "neuron"),
    E("e", "E neuron"),
    I("i", "I neuron");

    private final String key;
    private final String member;

    NeuronGroup(String key, String member) {
        this.key = key;
        this.member = member;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** The word for one of its neurons. */
    public String member() {
        return member;
    }

    /** The positions of its neurons in a session. */
    public IntPredicate of(Session session) {
        return switch (this) {
            case ALL -> n -> true;
            case E -> n -> session.neurons().get(n).type() == NeuronType.EXCITATORY;
            case I -> n -> session.neurons().get(n).type() == NeuronType.INHIBITORY;
        };
    }
}
