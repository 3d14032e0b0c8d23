package org.dalescope.app.ui.library;

import java.nio.file.Path;
import org.dalescope.model.run.export.ExportFormat;

/** Actions that the library's list requests from the window. */
public interface LibraryActions {
    /** Opens a session file, or the folder of a run or a suite. */
    void open(Path path);

    /** Shows a folder in the desktop's file manager. */
    void reveal(Path folder);

    /** Copies text to the clipboard. */
    void copy(String words);

    /** Shows the comparison of runs. */
    void showComparison();

    /** Exports a run's results into its folder. */
    void export(Path run, ExportFormat format);

    /** Writes the report of a run or a suite and shows it. */
    void report(Path folder);
}
