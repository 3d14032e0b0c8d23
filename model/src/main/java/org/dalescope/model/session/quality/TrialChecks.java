package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.IdList;

/** Quality checks of trials: too few, aborted, duplicate and outlying trials. */
final class TrialChecks {
    private static final int FEWEST = 10;
    private static final int FEW = 50;
    /** With at least this many spikes, two trials do not agree in every bin and neuron by chance. */
    private static final int SPIKES_BEYOND_CHANCE = 10;

    private static final double OUTLIER_Z = 6;

    private TrialChecks() {}

    static List<Finding> of(SessionActivity activity) {
        List<Finding> findings = new ArrayList<>();
        aborted(activity, findings);
        few(activity, findings);
        withoutGo(activity, findings);
        duplicates(activity, findings);
        outliers(activity, findings);
        return findings;
    }

    private static void aborted(SessionActivity activity, List<Finding> findings) {
        Session session = activity.session();
        int[] aborted =
                IntStream.range(0, session.trials()).filter(session::isAborted).toArray();
        if (aborted.length > 0) {
            findings.add(Finding.warning(
                            "aborted-trials",
                            aborted.length + " of " + session.trials()
                                    + " trials are aborted (shorter than one bin of "
                                    + session.time().binMs()
                                    + " ms); they are left out unless data.exclude_aborted is off.")
                    .meaning("They have no valid bin, but would count in the score without a mask (psth_r_raw).")
                    .remedy(Remedy.set("data.exclude_aborted", "on", "Leave out aborted trials")));
        }
    }

    private static void few(SessionActivity activity, List<Finding> findings) {
        int usable = activity.usable().length;
        String text = usable + " of " + activity.session().trials() + " trials are usable.";
        if (usable < FEWEST) {
            findings.add(Finding.error("too-few-trials", text)
                    .meaning("At least " + FEWEST
                            + " are needed to split and average: check the trial durations and the excluded trials."));
        } else if (usable < FEW) {
            findings.add(Finding.warning("few-trials", text)
                    .meaning("With fewer than " + FEW
                            + " usable trials the averages are noisy. Only a fifth of them is used for validation, so"
                            + " scores depend on chance."));
        }
    }

    private static void withoutGo(SessionActivity activity, List<Finding> findings) {
        Session session = activity.session();
        int go = session.channels().stream().map(Channel::name).toList().indexOf("go_signal");
        if (go < 0) {
            return;
        }
        int[] without = IntStream.range(0, session.trials())
                .filter(trial ->
                        !ChannelChecks.varies(session, go, trial, trial + 1) && session.input(trial, 0, go) == 0)
                .toArray();
        if (without.length > 0) {
            Finding finding = Finding.warning(
                            "no-go-signal",
                            without.length + " of " + session.trials()
                                    + " trials have no go signal: check whether they belong to the task.")
                    .meaning("The network receives no input that could explain a movement in these trials.");
            findings.add(
                    without.length < session.trials()
                            ? finding.remedy(leaveOut(activity, without, "Leave out trials without go signal"))
                            : finding);
        }
    }

    private static void duplicates(SessionActivity activity, List<Finding> findings) {
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        List<Integer> again = new ArrayList<>();
        for (int trial : activity.usable()) {
            if (activity.spikes(trial) < SPIKES_BEYOND_CHANCE) {
                continue;
            }
            List<Integer> alike = byHash.computeIfAbsent(hash(activity.session(), trial), h -> new ArrayList<>());
            if (alike.stream().anyMatch(other -> identical(activity.session(), other, trial))) {
                again.add(trial);
            } else {
                alike.add(trial);
            }
        }
        int[] copies = again.stream().mapToInt(Integer::intValue).toArray();
        if (copies.length > 0) {
            findings.add(Finding.warning(
                            "duplicate-trials",
                            IdSentences.of("Trial", activity.trialIds(copies)) + (copies.length == 1 ? " has" : " have")
                                    + " the same spikes in every bin as an earlier trial.")
                    .meaning("With at least " + SPIKES_BEYOND_CHANCE + " spikes this is not chance: the export contains"
                            + " trials twice. If one copy is used for training and one for validation, the scores are"
                            + " too good.")
                    .remedy(leaveOut(activity, copies, "Leave out the copies")));
        }
    }

    private static int hash(Session session, int trial) {
        int size = session.bins() * session.neurons().size();
        int hash = 1;
        for (int i = trial * size; i < (trial + 1) * size; i++) {
            hash = 31 * hash + Float.floatToIntBits(session.rates()[i]);
        }
        return hash;
    }

    private static boolean identical(Session session, int a, int b) {
        int size = session.bins() * session.neurons().size();
        return Arrays.equals(session.rates(), a * size, (a + 1) * size, session.rates(), b * size, (b + 1) * size);
    }

    /**
     * Finds outlying trials. Short trials vary more because of counting statistics alone, so that the spread has a
     * floor.
     */
    private static void outliers(SessionActivity activity, List<Finding> findings) {
        double[] rates = Arrays.stream(activity.usable())
                .mapToDouble(activity::populationRate)
                .toArray();
        RobustScore score = RobustScore.of(rates);
        double binSeconds = activity.session().time().binMs() / 1000;
        double largest = 0;
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            int trial = activity.usable()[i];
            double seconds = activity.validBins()[trial] * binSeconds * activity.neurons();
            double z = score.z(rates[i], Math.sqrt(Math.max(score.median(), 0) / seconds));
            if (Math.abs(z) > OUTLIER_Z) {
                found.add(trial);
                largest = Math.max(largest, Math.abs(z));
            }
        }
        int[] outliers = found.stream().mapToInt(Integer::intValue).toArray();
        if (outliers.length > 0) {
            findings.add(Finding.warning(
                            "outlier-trials",
                            String.format(
                                    Locale.ROOT,
                                    "%s: the population's rate is more than %.0f robust standard deviations from the"
                                            + " median of %.1f sp/s (up to %.0f).",
                                    IdSentences.of("Trial", activity.trialIds(outliers)),
                                    OUTLIER_Z,
                                    score.median(),
                                    largest))
                    .meaning("An artefact or a lost signal in these trials would distort every average.")
                    .remedy(leaveOut(activity, outliers, "Leave out outlier trials")));
        }
    }

    static Remedy leaveOut(SessionActivity activity, int[] positions, String label) {
        return Remedy.add(
                Curation.TRIALS, IdList.of(activity.trialIds(positions)).text(), label);
    }
}
