package org.dalescope.app.ui.analysis;

import org.dalescope.model.analysis.core.Table;

/** Actions that the view of the analyses requests from the window. */
public interface AnalysisActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
