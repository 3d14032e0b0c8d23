package org.dalescope.model.training;

import java.util.Arrays;
import java.util.Locale;

/**
 * A sign, seen in a training epoch, that a setting may have no effect. {@code flags} of history.csv is the sum of the
 * bits.
 */
public enum EpochWarningFlag {
    /** The transport plan of L_trial misses its marginals. */
    TRANSPORT_UNCONVERGED(1),
    /** A learned time constant is within a hundredth of its range from a bound. */
    TAU_AT_BOUND(2),
    /** The gradient of L_neuron is 0. */
    NEURON_GRADIENT_ZERO(4),
    /** The gradient of L_trial is 0. */
    TRIAL_GRADIENT_ZERO(8),
    /** The two gradients cancel each other: their cosine is below -0.9. */
    GRADIENTS_OPPOSED(16);

    private final int bit;

    EpochWarningFlag(int bit) {
        this.bit = bit;
    }

    /** The bit if the sign was seen, otherwise 0. */
    int when(boolean seen) {
        return seen ? bit : 0;
    }

    /** Whether an epoch has this sign. */
    public boolean in(EpochRecord epoch) {
        return (epoch.flags() & bit) != 0;
    }

    /** The text for an epoch's flags. */
    public static String words(EpochRecord epoch) {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(flag -> flag.in(epoch))
                        .map(flag -> flag.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
    }
}
