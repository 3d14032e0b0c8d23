package org.dalescope.model.session.format.container;

import java.util.Map;

/** An open file of arrays as a tree of named variables; contents can be read until it is closed. */
public interface Container extends AutoCloseable {
    /** The name of the format for display. */
    String format();

    /** Whether axes are in MATLAB's order, in which the natural order of a session is neuron, bin, trial. */
    boolean matlabOrder();

    /** The top-level variables in the file's order. */
    Map<String, Variable> variables();

    @Override
    void close();
}
