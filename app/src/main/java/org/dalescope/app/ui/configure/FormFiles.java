package org.dalescope.app.ui.configure;

import java.nio.file.Path;
import java.util.List;

/** The file actions of the configuration form, which ask the user for the file. */
public interface FormFiles {
    void importSplit();

    void exportSplit();

    /** Writes all settings into a file, as {@code --config} reads it. */
    void saveSettings();

    /** Reads settings from a file that the user chooses. */
    void loadSettings();

    /** Reads settings from a file. */
    void loadSettings(Path file);

    /** The settings files in the library's folder for presets, sorted by name. */
    List<Path> ownPresets();
}
