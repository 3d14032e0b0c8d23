package org.dalescope.model.training;

import java.util.Arrays;

/** What may make a setting dead, seen in an epoch; {@code flags} of history.csv is the sum of the bits. */
public enum IneffectiveSettingSign {
    /** L_trial's transport plan misses its marginals. */
    TRANSPORT_UNCONVERGED(1),
    /** A learned time constant is within a hundredth of its range from a bound. */
    TAU_AT_BOUND(2),
    /** L_neuron's gradient is 0. */
    NEURON_GRADIENT_ZERO(4),
    /** L_trial's gradient is 0. */
    TRIAL_GRADIENT_ZERO(8),
    /** The two gradients undo each other: their cosine is below -0.9. */
    GRADIENTS_OPPOSED(16);

    private final int bit;

    IneffectiveSettingSign(int bit) {
        this.bit = bit;
    }

    /** The bit itself where a thing was seen, else 0. */
    int when(boolean seen) {
        return seen ? bit : 0;
    }

    /** Whether an epoch has it. */
    public boolean in(EpochRecord epoch) {
        return (epoch.flags() & bit) != 0;
    }

    /** The words for an epoch's flags. */
    public static String words(EpochRecord epoch) {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(flag -> flag.in(epoch))
                        .map(flag ->
                                flag.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .toList());
    }
}
