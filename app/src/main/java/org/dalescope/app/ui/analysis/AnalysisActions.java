package org.dalescope.app.ui.analysis;

import org.dalescope.model.analysis.core.Table;

/** What the analyses' view asks of the window. */
public interface AnalysisActions {
    /** Asks for a file and writes a table as CSV. */
    void saveTable(Table table);
}
