package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Session;

/**
 * Quality check for duplicate neurons: pairs with equal or nearly equal counts, probably one cell that was sorted
 * twice.
 */
public final class DuplicateNeurons {
    private static final double SAME = 0.98;
    /** Two nearly silent neurons may agree by chance. */
    private static final int FEWEST_SPIKES = 20;
    /** Pairs are screened on a part of the trials if all trials would take too long. */
    private static final double SCREENED_TERMS = 2e8;

    /** Neurons x numbers of all neurons that are compared at once: twice the terms of their pairs. */
    public static final long MOST_COMPARED = (long) (2 * SCREENED_TERMS);

    private static final double SUSPICIOUS = 0.9;

    private DuplicateNeurons() {}

    static void check(SessionActivity activity, List<Finding> findings) {
        int neurons = activity.neurons();
        int[] usable = activity.usable();
        double terms = 0.5 * neurons * neurons * activity.session().bins() * usable.length;
        int step = (int) Math.max(1, Math.ceil(terms / SCREENED_TERMS));
        int[] screened = IntStream.range(0, usable.length)
                .filter(i -> i % step == 0)
                .map(i -> usable[i])
                .toArray();
        double[][] courses = courses(activity, screened);
        List<Integer> copies = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int a = 0; a < neurons; a++) {
            for (int b = a + 1; b < neurons; b++) {
                if (copies.contains(b) || spikes(activity, a) < FEWEST_SPIKES || spikes(activity, b) < FEWEST_SPIKES) {
                    continue;
                }
                double r = correlation(courses[a], courses[b]);
                if (step > 1 && r > SUSPICIOUS) {
                    r = correlation(course(activity, a, usable), course(activity, b, usable));
                }
                if (r > SAME) {
                    copies.add(b);
                    pairs.add(String.format(
                            Locale.ROOT,
                            "%d and %d (r %.3f)",
                            activity.session().neurons().get(a).id(),
                            activity.session().neurons().get(b).id(),
                            r));
                }
            }
        }
        if (!copies.isEmpty()) {
            int[] found = copies.stream().mapToInt(Integer::intValue).sorted().toArray();
            findings.add(Finding.warning(
                            "duplicate-neurons", "Neurons fire in the same bins: " + String.join(", ", pairs) + ".")
                    .meaning("They are probably one neuron that was sorted twice. It would then count twice in every"
                            + " average.")
                    .remedy(NeuronChecks.leaveOut(
                            activity, found, "Leave out " + IdSentences.of("neuron", activity.neuronIds(found)))));
        }
    }

    private static double[][] courses(SessionActivity activity, int[] trials) {
        return IntStream.range(0, activity.neurons())
                .mapToObj(neuron -> course(activity, neuron, trials))
                .toArray(double[][]::new);
    }

    /** A neuron's rates in the valid bins of some trials. */
    private static double[] course(SessionActivity activity, int neuron, int[] trials) {
        Session session = activity.session();
        double[] course = new double[trials.length * session.bins()];
        int next = 0;
        for (int trial : trials) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (activity.mask().isValid(trial, bin)) {
                    course[next++] = session.rate(trial, bin, neuron);
                }
            }
        }
        return Arrays.copyOf(course, next);
    }

    private static double spikes(SessionActivity activity, int neuron) {
        double sum = 0;
        for (int trial : activity.usable()) {
            sum += activity.spikes(trial, neuron);
        }
        return sum;
    }

    /** Pearson's r; 0 if one of the two does not vary. */
    static double correlation(double[] a, double[] b) {
        double sumA = 0;
        double sumB = 0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        double n = a.length;
        double varianceA = aa - sumA * sumA / n;
        double varianceB = bb - sumB * sumB / n;
        return varianceA > 0 && varianceB > 0 ? (ab - sumA * sumB / n) / Math.sqrt(varianceA * varianceB) : 0;
    }
}
