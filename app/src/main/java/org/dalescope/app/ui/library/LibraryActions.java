package org.dalescope.app.ui.library;

import java.nio.file.Path;
import org.dalescope.model.run.export.ExportFormat;

/** What the library asks of the window. */
public interface LibraryActions {
    /** Opens a session file, a run's or a suite's folder. */
    void open(Path path);

    /** Shows a folder in the desktop's file manager. */
    void reveal(Path folder);

    /** Puts words on the clipboard. */
    void copy(String words);

    /** Shows the runs that are compared. */
    void showComparison();

    /** Writes what a scientist takes away of a run, into its folder. */
    void export(Path run, ExportFormat format);

    /** Writes the report of a run or a suite and shows it. */
    void report(Path folder);
}
