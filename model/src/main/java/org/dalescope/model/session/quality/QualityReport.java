package org.dalescope.model.session.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;

/**
 * The quality report of a session: its numbers, and every finding that does not need a score.
 *
 * @param usableTrials trials with at least one valid bin
 * @param meanRates sp/s per neuron over valid bins, in the session's neuron order
 * @param spikes number of spikes in valid bins
 * @param findings in order of severity, the most serious first
 */
public record QualityReport(int usableTrials, double[] meanRates, long spikes, List<Finding> findings) {

    /** Checks a session under a mask convention. */
    public static QualityReport of(Session session, MaskOrigin origin) {
        return of(SessionActivity.of(session, origin));
    }

    /** The report of a session whose activity is already computed. */
    public static QualityReport of(SessionActivity activity) {
        Session session = activity.session();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(TrialChecks.of(activity));
        findings.addAll(NeuronChecks.of(activity));
        findings.addAll(ChannelChecks.of(session));
        findings.addAll(BinChecks.of(activity));
        findings.addAll(FactorChecks.of(activity));
        findings.addAll(session.source().notes());
        return new QualityReport(
                activity.usable().length, activity.meanRates(), activity.allSpikes(), Finding.bySeverity(findings));
    }

    /** Mean over neurons of the mean rates, sp/s. */
    public double meanRate() {
        return Arrays.stream(meanRates).average().orElse(0);
    }

    /** Number of trials per value of every factor. */
    public static Map<String, Map<String, Integer>> factorCounts(Session session) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        session.factors().forEach(factor -> counts.put(factor.name(), factor.counts()));
        return counts;
    }
}
