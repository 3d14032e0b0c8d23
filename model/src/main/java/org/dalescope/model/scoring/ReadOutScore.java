package org.dalescope.model.scoring;

/**
 * How well a network's read-out gives one signal.
 *
 * @param r2 see {@link #DEFINITION}; NaN where the signal does not vary
 */
public record ReadOutScore(String target, double r2) {
    /** What the number means. */
    public static final String DEFINITION =
            "1 - sum (target - y)^2 / sum (target - its mean)^2 over all valid bins of the scored trials, with y = W_out r_E + b_out of"
                    + " the E units' rates (of several networks the mean of their y) and the target z-scored over the session. 1 is"
                    + " perfect, 0 what the mean scores, below 0 worse. A target that is also an input can drive its own read-out.";
}
