package org.dalescope.app.window.analysis;

import org.dalescope.model.analysis.Table;

/** What the analyses' view asks of the window. */
public interface AnalysisActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
