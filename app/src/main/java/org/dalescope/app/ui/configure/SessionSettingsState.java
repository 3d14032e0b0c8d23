package org.dalescope.app.ui.configure;

import java.util.List;
import java.util.Map;

/**
 * The settings in the configuration form that belong to single sessions, as they are saved when the window closes.
 *
 * @param sha256 the SHA-256 of the session that the form's settings belong to; empty for none
 * @param name the name of that session
 * @param kept the settings of sessions that are not open, the oldest first
 */
public record SessionSettingsState(String sha256, String name, List<Kept> kept) {
    /** The key of the split's file among the settings; the command line uses the same name. */
    public static final String SPLIT = "split";

    /** The empty state. */
    public static final SessionSettingsState NONE = new SessionSettingsState("", "", List.of());

    /**
     * The settings of one session.
     *
     * @param texts the texts in the form, by key; {@code split} is the split's file
     */
    public record Kept(String sha256, String name, Map<String, String> texts) {
        public Kept {
            texts = Map.copyOf(texts);
        }
    }

    public SessionSettingsState {
        kept = List.copyOf(kept);
    }
}
