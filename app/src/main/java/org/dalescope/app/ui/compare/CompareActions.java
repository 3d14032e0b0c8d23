package org.dalescope.app.ui.compare;

import org.dalescope.model.analysis.core.Table;

/** Actions that the compare view requests from the window. */
public interface CompareActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
