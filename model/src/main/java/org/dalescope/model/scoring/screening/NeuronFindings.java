package org.dalescope.model.scoring.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.IdList;
import org.dalescope.model.session.quality.IdSentences;
import org.dalescope.model.session.quality.SessionActivity;

/** Derives the findings of a session's screening from the drift and the reliability of its neurons. */
final class NeuronFindings {
    private static final double UNRELIABLE = 0.1;

    private NeuronFindings() {}

    static List<Finding> of(SessionActivity activity, List<NeuronCheck> neurons) {
        List<Finding> findings = new ArrayList<>();
        unstable(neurons, findings);
        unreliable(neurons, findings);
        lowCeiling(activity, neurons, findings);
        return findings;
    }

    private static void unstable(List<NeuronCheck> neurons, List<Finding> findings) {
        List<NeuronCheck> found = where(neurons, n -> n.drift().isUnstable());
        if (found.isEmpty()) {
            return;
        }
        String each = found.stream()
                .map(n -> String.format(
                        Locale.ROOT,
                        "%d (%+.0f %%, rho %.2f)",
                        n.neuron().id(),
                        100 * n.drift().change(),
                        n.drift().rho()))
                .collect(Collectors.joining(", "));
        findings.add(leavingOut(
                Finding.warning(
                                "unstable-neuron",
                                (found.size() == 1 ? "Neuron " : "Neurons ") + each
                                        + (found.size() == 1 ? " drifts" : " drift") + " over the session.")
                        .meaning("The rate changes with time and not with the task, for example because an electrode"
                                + " moves or a unit is lost. Averages may then mix two neurons, and early trials differ"
                                + " from late ones."),
                found,
                neurons));
    }

    private static void unreliable(List<NeuronCheck> neurons, List<Finding> findings) {
        List<NeuronCheck> found =
                where(neurons, n -> n.rate() > 0 && n.overall().reliability() <= UNRELIABLE);
        if (!found.isEmpty()) {
            findings.add(leavingOut(
                    Finding.notice(
                                    "unreliable-neuron",
                                    IdSentences.of("Neuron", ids(found)) + (found.size() == 1 ? " repeats" : " repeat")
                                            + " hardly any of the response from one half of the trials to the other"
                                            + " (reliability at most 0.1).")
                            .meaning("r / ceiling is not computed for such a neuron, and its r is noise."),
                    found,
                    neurons));
        }
    }

    private static void lowCeiling(SessionActivity activity, List<NeuronCheck> neurons, List<Finding> findings) {
        double ceiling = neurons.stream()
                .mapToDouble(n -> n.overall().ceiling())
                .filter(c -> !Double.isNaN(c))
                .average()
                .orElse(Double.NaN);
        double needed =
                new Reliability(ceiling * ceiling, activity.usable().length).trialsFor(SessionScreening.WANTED_CEILING);
        if (ceiling < SessionScreening.WANTED_CEILING && !Double.isNaN(needed)) {
            findings.add(Finding.notice(
                            "low-ceiling",
                            String.format(
                                    Locale.ROOT,
                                    "The mean split-half ceiling is %.2f with %d trials; a ceiling of %.1f needs about"
                                            + " %.0f trials.",
                                    ceiling,
                                    activity.usable().length,
                                    SessionScreening.WANTED_CEILING,
                                    needed))
                    .meaning("The average score of a model cannot exceed the ceiling, so compare scores with it."));
        }
    }

    private static List<NeuronCheck> where(List<NeuronCheck> neurons, Predicate<NeuronCheck> holds) {
        return neurons.stream().filter(holds).toList();
    }

    private static int[] ids(List<NeuronCheck> neurons) {
        return neurons.stream().mapToInt(n -> n.neuron().id()).toArray();
    }

    private static Finding leavingOut(Finding finding, List<NeuronCheck> found, List<NeuronCheck> all) {
        int[] ids = ids(found);
        return found.size() == all.size()
                ? finding
                : finding.remedy(Remedy.add(
                        Curation.NEURONS, IdList.of(ids).text(), "Leave out " + IdSentences.of("neuron", ids)));
    }
}
