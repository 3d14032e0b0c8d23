package org.dalescope.model.session;

/** The putative cell class of a neuron of a recorded session. */
public enum NeuronType {
    EXCITATORY("E"),
    INHIBITORY("I"),
    UNKNOWN("?");

    private final String letter;

    NeuronType(String letter) {
        this.letter = letter;
    }

    /** The letter used in tables and figures. */
    public String letter() {
        return letter;
    }
}
