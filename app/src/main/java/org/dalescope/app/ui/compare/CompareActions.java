package org.dalescope.app.ui.compare;

import org.dalescope.model.analysis.core.Table;

/** What the comparison asks of the window. */
public interface CompareActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
