package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of the neurons, trials and channels that are left out of a session.
 *
 * @param trials trials that are left out by id, including aborted ones
 * @param abortedTrials further trials that are left out because they are aborted
 * @param perturbedTrials further trials that are left out because the experimenter perturbed them
 * @param retyped neurons whose type was corrected
 */
public record ExclusionCounts(
        int neurons, int trials, int abortedTrials, int perturbedTrials, int channels, int retyped) {
    /** Counts of a session that is used completely. */
    public static final ExclusionCounts NONE = new ExclusionCounts(0, 0, 0, 0, 0, 0);

    /** The same counts with the number of trials that are left out because they are aborted. */
    public ExclusionCounts withAborted(int aborted) {
        return new ExclusionCounts(neurons, trials, aborted, perturbedTrials, channels, retyped);
    }

    /** The same counts with the number of trials that are left out because they are perturbed. */
    public ExclusionCounts withPerturbed(int perturbed) {
        return new ExclusionCounts(neurons, trials, abortedTrials, perturbed, channels, retyped);
    }

    /** A phrase such as "2 neurons, 20 aborted trials"; empty if nothing is left out or corrected. */
    public String words() {
        List<String> parts = new ArrayList<>();
        add(parts, neurons, "neuron");
        add(parts, trials, "trial");
        add(parts, abortedTrials, "aborted trial");
        add(parts, perturbedTrials, "perturbed trial");
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
