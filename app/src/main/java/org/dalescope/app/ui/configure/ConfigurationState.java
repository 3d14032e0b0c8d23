package org.dalescope.app.ui.configure;

import java.util.Map;

/**
 * The complete content of the configuration form, valid or not. It is used for undo and saved when the window closes.
 *
 * @param preset the name of the preset
 * @param texts of the settings that differ from the preset, by key
 * @param split the name of the choice of split
 * @param splitFile the file that gives the split instead; empty if there is none
 */
public record ConfigurationState(
        String preset, Map<String, String> texts, String seed, String split, String splitFile) {
    public ConfigurationState {
        texts = Map.copyOf(texts);
    }
}
