package org.dalescope.app.ui.configure;

import java.util.List;
import java.util.Map;

/**
 * Settings that name parts of one session, and the session they belong to, as they are remembered when the window closes.
 *
 * @param sha256 of the session that the form's settings belong to; empty for none
 * @param name of that session
 * @param kept settings of sessions that are not open, the oldest first
 */
public record SessionSettingsState(String sha256, String name, List<Kept> kept) {
    /** Stands for the split's file among the settings' keys, as the command line calls it. */
    public static final String SPLIT = "split";

    /** Nothing is remembered. */
    public static final SessionSettingsState NONE = new SessionSettingsState("", "", List.of());

    /**
     * The settings of one session.
     *
     * @param texts as the form holds them, by key; {@code split} is the split's file
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
