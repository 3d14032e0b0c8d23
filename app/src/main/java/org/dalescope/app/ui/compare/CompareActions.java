package org.dalescope.app.ui.compare;

import org.dalescope.model.analysis.core.Table;

/** Actions that the comparison of runs requests from the window. */
public interface CompareActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
