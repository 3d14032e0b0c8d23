package org.dalescope.model.scoring;

/**
 * The score of a network's read-out of one target signal.
 *
 * @param r2 see {@link #DEFINITION}; NaN if the signal does not vary
 */
public record ReadOutScore(String target, double r2) {
    /** The definition of the score, for display. */
    public static final String DEFINITION =
            "1 - sum (target - y)^2 / sum (target - its mean)^2 over all valid bins of the scored trials, with y ="
                    + " W_out r_E + b_out of the E units' rates (of several networks the mean of their y) and the"
                    + " target z-scored over the session. 1 is perfect, 0 is the score of the mean, and values below"
                    + " 0 are worse. A target that is also an input can drive its own read-out.";
}
