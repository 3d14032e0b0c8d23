package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.IdList;

/** Quality checks of neurons: cell types, rates and silent neurons. */
final class NeuronChecks {
    private static final double LOWEST_MEAN = 1;
    private static final double HIGHEST_MEAN = 50;
    private static final double HIGHEST_OF_ONE = 200;

    private NeuronChecks() {}

    static List<Finding> of(SessionActivity activity) {
        List<Finding> findings = new ArrayList<>();
        types(activity, findings);
        implausible(activity, findings);
        fast(activity, findings);
        silent(activity, findings);
        DuplicateNeurons.check(activity, findings);
        interleaved(activity.session(), findings);
        return findings;
    }

    private static void types(SessionActivity activity, List<Finding> findings) {
        Session session = activity.session();
        int[] unknown = where(activity, i -> session.neurons().get(i).type() == NeuronType.UNKNOWN);
        if (unknown.length > 0) {
            findings.add(Finding.warning(
                            "unknown-types",
                            unknown.length + " of " + activity.neurons() + " neurons have no cell type: "
                                    + IdSentences.list(activity.neuronIds(unknown)) + ".")
                    .meaning("Dale's law does not hold for them: their outgoing weights may have both signs. Scores of"
                            + " E and I cells leave them out, and analyses that compare E with I cells are not"
                            + " possible. Give the types in data.neuron_types, such as 1-20=E, 21=I, or leave the"
                            + " neurons out.")
                    .remedy(leaveOut(activity, unknown, "Leave out neurons of unknown type")));
        } else if (session.count(NeuronType.EXCITATORY) == 0 || session.count(NeuronType.INHIBITORY) == 0) {
            String missing = session.count(NeuronType.EXCITATORY) == 0 ? "excitatory" : "inhibitory";
            findings.add(Finding.notice("missing-type", "No neuron is " + missing + ".")
                    .meaning("All units of this type are hidden. If the types are wrong, correct them in"
                            + " data.neuron_types."));
        }
    }

    private static void implausible(SessionActivity activity, List<Finding> findings) {
        double mean = Arrays.stream(activity.meanRates()).average().orElse(0);
        if (mean == 0 || isPlausible(mean)) {
            return;
        }
        double perBin = 1000 / activity.session().time().binMs();
        String guess = isPlausible(mean * perBin)
                ? String.format(
                        Locale.ROOT,
                        "Multiplied by %.0f they would be plausible: counts per bin were probably stored"
                                + " as rates.",
                        perBin)
                : isPlausible(mean / perBin)
                        ? String.format(
                                Locale.ROOT,
                                "Divided by %.0f they would be plausible: rates were probably scaled twice.",
                                perBin)
                        : isPlausible(mean * 1000)
                                ? "Multiplied by 1000 they would be plausible: spikes per ms were probably stored as"
                                        + " spikes per s."
                                : isPlausible(mean / 1000)
                                        ? "Divided by 1000 they would be plausible: the bin size was taken in s for ms."
                                        : "Check the unit and the bin size in the export.";
        findings.add(Finding.warning(
                        "implausible-rates",
                        String.format(
                                Locale.ROOT,
                                "The mean rate is %.3g sp/s, outside %.0f-%.0f sp/s.",
                                mean,
                                LOWEST_MEAN,
                                HIGHEST_MEAN))
                .meaning(guess));
    }

    private static boolean isPlausible(double mean) {
        return mean >= LOWEST_MEAN && mean <= HIGHEST_MEAN;
    }

    private static void fast(SessionActivity activity, List<Finding> findings) {
        int[] fast = where(activity, i -> activity.meanRates()[i] > HIGHEST_OF_ONE);
        if (fast.length > 0 && fast.length < activity.neurons()) {
            findings.add(Finding.warning(
                            "fast-neuron",
                            IdSentences.of("Neuron", activity.neuronIds(fast)) + (fast.length == 1 ? " fires" : " fire")
                                    + " at more than " + (int) HIGHEST_OF_ONE + " sp/s on average.")
                    .meaning("This is probably not a single neuron, but multi-unit activity or noise.")
                    .remedy(leaveOut(activity, fast, label(fast, activity))));
        }
    }

    private static void silent(SessionActivity activity, List<Finding> findings) {
        int[] silent = where(activity, i -> activity.meanRates()[i] == 0);
        if (silent.length > 0) {
            Finding finding = Finding.warning(
                            "silent-neuron",
                            IdSentences.of("Neuron", activity.neuronIds(silent))
                                    + (silent.length == 1 ? " never fires" : " never fire")
                                    + " in a valid bin and cannot be scored: consider leaving it out.")
                    .meaning("It counts in every loss, but in no score.");
            findings.add(
                    silent.length < activity.neurons()
                            ? finding.remedy(leaveOut(activity, silent, label(silent, activity)))
                            : finding);
        }
    }

    private static void interleaved(Session session, List<Finding> findings) {
        boolean seenInhibitory = false;
        for (Neuron neuron : session.neurons()) {
            if (neuron.type() == NeuronType.INHIBITORY) {
                seenInhibitory = true;
            } else if (seenInhibitory && neuron.type() == NeuronType.EXCITATORY) {
                findings.add(Finding.notice(
                        "interleaved-types",
                        "E and I neurons are interleaved in the file: every neuron is fitted by a unit of its own type,"
                                + " which is matched by id and not by position."));
                return;
            }
        }
    }

    private static int[] where(SessionActivity activity, IntPredicate holds) {
        return IntStream.range(0, activity.neurons()).filter(holds).toArray();
    }

    private static String label(int[] positions, SessionActivity activity) {
        return "Leave out " + IdSentences.of("neuron", activity.neuronIds(positions));
    }

    static Remedy leaveOut(SessionActivity activity, int[] positions, String label) {
        return Remedy.add(
                Curation.NEURONS, IdList.of(activity.neuronIds(positions)).text(), label);
    }
}
