package org.dalescope.model.judge;

import org.dalescope.model.settings.Configuration;

/** The networks that a judgement fits: the configured one, and the same network without one of its parts. */
public enum JudgedNetwork {
    CONFIGURED("network", "the network"),
    WITHOUT_RECURRENCE("without_recurrence", "the network without recurrence"),
    WITHOUT_DALE("without_dale", "the network without Dale's law");

    private final String key;
    private final String label;

    JudgedNetwork(String key, String label) {
        this.key = key;
        this.label = label;
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
        return switch (this) {
            case CONFIGURED -> configured;
            case WITHOUT_RECURRENCE -> configured.with("network.recurrent.kind", "none");
            case WITHOUT_DALE -> configured.with("network.dale", "off");
        };
    }
}
