package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;

/** Quality checks of bins: their values, artefacts, and which bins are valid. */
final class BinChecks {
    private static final double COUNT_TOLERANCE = 1e-3;
    private static final double ARTEFACT_Z = 10;
    private static final int ARTEFACT_SPIKES = 5;
    private static final double FEW_TRIALS = 0.05;

    private BinChecks() {}

    static List<Finding> of(SessionActivity activity) {
        List<Finding> findings = new ArrayList<>();
        nonCounts(activity.session(), findings);
        outliers(activity, findings);
        maskConvention(activity, findings);
        return findings;
    }

    private static void nonCounts(Session session, List<Finding> findings) {
        double toCount = session.time().binMs() / 1000;
        long off = 0;
        for (float rate : session.rates()) {
            double count = rate * toCount;
            off += Math.abs(count - Math.rint(count)) > COUNT_TOLERANCE * Math.max(1, count) ? 1 : 0;
        }
        if (off > 0) {
            findings.add(Finding.warning(
                            "non-count-rates",
                            String.format(
                                    Locale.ROOT,
                                    "%.1f %% of the rates are not whole spike counts per bin of %s ms: the data were"
                                            + " smoothed or the bin size is wrong; Poisson and Fano statistics are not"
                                            + " valid for them.",
                                    100.0 * off / session.rates().length,
                                    session.time().binMs()))
                    .meaning("Use loss.neuron.kind=correlation or conditions, or export the counts."));
        }
    }

    /** Compares the spikes of the whole population in a bin with the same bin of other trials. */
    private static void outliers(SessionActivity activity, List<Finding> findings) {
        Session session = activity.session();
        List<Integer> trials = new ArrayList<>();
        int bins = 0;
        for (int bin = 0; bin < session.bins(); bin++) {
            int at = bin;
            int[] valid = Arrays.stream(activity.usable())
                    .filter(trial -> activity.mask().isValid(trial, at))
                    .toArray();
            double[] counts = Arrays.stream(valid)
                    .mapToDouble(trial -> population(session, trial, at))
                    .toArray();
            RobustScore score = RobustScore.of(counts);
            for (int i = 0; i < counts.length; i++) {
                boolean many = counts[i] - score.median() >= ARTEFACT_SPIKES;
                if (many && score.z(counts[i], Math.max(1, Math.sqrt(score.median()))) > ARTEFACT_Z) {
                    bins++;
                    trials.add(valid[i]);
                }
            }
        }
        if (bins > 0) {
            int[] found = trials.stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .distinct()
                    .toArray();
            Finding finding = Finding.notice(
                            "outlier-bins",
                            String.format(
                                    Locale.ROOT,
                                    "%d bins in %d trials (%s) have far more spikes than the same bin of other trials"
                                            + " (robust z above %.0f).",
                                    bins,
                                    found.length,
                                    IdSentences.list(activity.trialIds(found)),
                                    ARTEFACT_Z))
                    .meaning("Spikes of all neurons at once are often an artefact of movement or stimulation.");
            // If many trials have such bins, the bins belong to the responses.
            boolean few = found.length <= FEW_TRIALS * activity.usable().length;
            findings.add(
                    few ? finding.remedy(TrialChecks.leaveOut(activity, found, "Leave out these trials")) : finding);
        }
    }

    private static double population(Session session, int trial, int bin) {
        double sum = 0;
        for (int neuron = 0; neuron < session.neurons().size(); neuron++) {
            sum += session.rate(trial, bin, neuron);
        }
        return sum * session.time().binMs() / 1000;
    }

    private static void maskConvention(SessionActivity activity, List<Finding> findings) {
        Session session = activity.session();
        MaskOrigin other = activity.origin() == MaskOrigin.ARRAY_START ? MaskOrigin.TIME_ZERO : MaskOrigin.ARRAY_START;
        long here = activity.mask().validBins();
        long there = session.mask(other).validBins();
        if (here == there) {
            return;
        }
        boolean fromStart = other == MaskOrigin.TIME_ZERO;
        long start = fromStart ? here : there;
        long zero = fromStart ? there : here;
        findings.add(Finding.notice(
                        "mask-convention",
                        String.format(
                                Locale.ROOT,
                                "Trial durations counted from the array's start (%s ms) give %,d valid bins; counted"
                                        + " from time zero, they give %,d.",
                                Math.round(session.time().startMs()),
                                start,
                                zero))
                .meaning("In use: "
                        + (fromStart ? "from the array's start, as in the earlier program" : "from time zero")
                        + ". Check which of the two the export uses for a trial's duration.")
                .remedy(Remedy.set(
                        "data.mask_origin",
                        fromStart ? "time-zero" : "array-start",
                        fromStart ? "Count from time zero" : "Count from the array's start")));
    }
}
