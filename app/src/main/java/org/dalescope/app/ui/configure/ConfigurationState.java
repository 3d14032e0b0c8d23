package org.dalescope.app.ui.configure;

import java.util.Map;

/**
 * The form's whole content as a person left it, legal or not: what undo goes back to and what is kept when the window closes.
 *
 * @param preset name of the preset
 * @param texts of the settings that differ from the preset, by key
 * @param split name of the choice of split
 * @param splitFile the file that gives the split instead; empty where none does
 */
public record ConfigurationState(
        String preset, Map<String, String> texts, String seed, String split, String splitFile) {
    public ConfigurationState {
        texts = Map.copyOf(texts);
    }
}
