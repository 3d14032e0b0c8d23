package org.dalescope.app.window.configure;

/** What the window does with split files: it asks where they lie. */
public interface SplitActions {
    void importSplit();

    void exportSplit();
}
