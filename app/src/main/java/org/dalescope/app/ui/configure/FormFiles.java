package org.dalescope.app.ui.configure;

import java.nio.file.Path;
import java.util.List;

/** What the form does with files: it asks where they lie. */
public interface FormFiles {
    void importSplit();

    void exportSplit();

    /** Writes all settings into a file, as {@code --config} reads it. */
    void saveSettings();

    /** Takes settings from a file that the person chooses. */
    void loadSettings();

    /** Takes settings from a file. */
    void loadSettings(Path file);

    /** Settings files in the library's folder for them, by name. */
    List<Path> ownPresets();
}
