package org.dalescope.model.judge;

import java.util.Map;
import org.dalescope.model.settings.Configuration;

/** The networks that a judgement fits: the configured one, and the same network without one of its parts. */
public enum JudgedNetwork {
    CONFIGURED("network", "the network", Map.of()),
    WITHOUT_RECURRENCE(
            "without_recurrence", "the network without recurrence", Map.of("network.recurrent.kind", "none")),
    WITHOUT_DALE("without_dale", "the network without Dale's law", Map.of("network.dale", "off"));

    private final String key;
    private final String label;
    private final Map<String, String> changes;

    JudgedNetwork(String key, String label, Map<String, String> changes) {
        this.key = key;
        this.label = label;
        this.changes = changes;
    }

    /** The name in JSON and of the folder. */
    public String key() {
        return key;
    }

    /** The name in a sentence. */
    public String label() {
        return label;
    }

    /** The configuration of this network. */
    public Configuration configuration(Configuration configured) {
        return configured.with(changes);
    }
}
