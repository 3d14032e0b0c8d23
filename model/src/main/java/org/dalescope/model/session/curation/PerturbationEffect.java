package org.dalescope.model.session.curation;

/** What a measured perturbation does to the neurons that it reaches directly. */
public enum PerturbationEffect {
    /** It adds input, as light on channelrhodopsin does. */
    EXCITES(1),
    /** It removes input, as light on an inhibitory opsin does. */
    SUPPRESSES(-1);

    private final int sign;

    PerturbationEffect(int sign) {
        this.sign = sign;
    }

    /** The sign of the current: 1 or -1. */
    public int sign() {
        return sign;
    }
}
