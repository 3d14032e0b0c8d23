package org.dalescope.model.session.format.container;

import java.util.Map;

/** An open file as a tree of named variables; closing it ends the reading of contents. */
public interface Container extends AutoCloseable {
    /** What a person calls the format. */
    String format();

    /** Whether axes are in MATLAB's order, where the natural order of a session is neuron, bin, trial. */
    boolean matlabOrder();

    /** The variables at the top, in the file's order. */
    Map<String, Variable> variables();

    @Override
    void close();
}
