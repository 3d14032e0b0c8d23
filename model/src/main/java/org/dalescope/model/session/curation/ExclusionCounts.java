package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a session is not used.
 *
 * @param trials left out by name, aborted ones among them
 * @param abortedTrials left out because they are aborted, beyond {@code trials}
 * @param retyped neurons whose type was corrected
 */
public record ExclusionCounts(int neurons, int trials, int abortedTrials, int channels, int retyped) {
    /** Nothing. */
    public static final ExclusionCounts NONE = new ExclusionCounts(0, 0, 0, 0, 0);

    /** The same with trials that are left out because they are aborted. */
    public ExclusionCounts withAborted(int aborted) {
        return new ExclusionCounts(neurons, trials, aborted, channels, retyped);
    }

    /** Such as "2 neurons, 20 aborted trials"; empty where nothing is left out or corrected. */
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, neurons, "neuron");
        add(parts, trials, "trial");
        add(parts, abortedTrials, "aborted trial");
        add(parts, channels, "input channel");
        String left = String.join(", ", parts);
        if (retyped == 0) {
            return left;
        }
        String corrected = retyped + (retyped == 1 ? " cell type corrected" : " cell types corrected");
        return left.isEmpty() ? corrected : left + "; " + corrected;
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }
}
