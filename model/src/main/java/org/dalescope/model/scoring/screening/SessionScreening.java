package org.dalescope.model.scoring.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.Finding;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.SplitHalf;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.quality.QualityReport;
import org.dalescope.model.session.quality.SessionActivity;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.session.split.Splits;

/**
 * A report on the screening of a session before a fit: its quality, and how stable and reliable its neurons are.
 *
 * @param quality the checks that need no score; their findings are included in {@code findings}
 * @param neurons in the session's order
 * @param conditions mean ceiling over neurons of each condition, "all trials" first
 * @param halvings number of random halvings for the reliability: 200, as for a score, if that is quick, fewer for large
 *     sessions
 * @param findings all findings, the most severe first
 */
public record SessionScreening(
        Session session,
        SessionActivity activity,
        QualityReport quality,
        List<NeuronCheck> neurons,
        Map<String, Double> conditions,
        int halvings,
        List<Finding> findings) {
    /** The default ceiling for which the number of needed trials is reported. */
    public static final double WANTED_CEILING = 0.8;

    private static final int MOST_HALVINGS = 200;
    private static final int FEWEST_HALVINGS = 10;
    /** The number of summed terms that the halvings may cost, about a third of a second. */
    private static final double AFFORDABLE_TERMS = 1e8;
    /** A factor with more levels is treated as an index, not as a condition. */
    private static final int MOST_LEVELS = 12;

    /** Screens a session with a mask convention; the same session always gives the same report. */
    public static SessionScreening of(Session session, MaskOrigin origin) {
        SessionActivity activity = SessionActivity.of(session, origin);
        QualityReport quality = QualityReport.of(activity);
        int[] usable = activity.trialIds(activity.usable());
        List<Condition> conditions = conditions(session, usable);
        double terms = (double) activity.usable().length * session.bins() * activity.neurons();
        int halvings = halvings(terms);
        List<SplitHalf> halves = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            int repeats =
                    i == 0 ? halvings : halvings(terms * (1 + session.factors().size()));
            halves.add(SplitHalf.of(session, activity.mask(), conditions.get(i).trialIds(), ScoreKind.PSTH_R, repeats));
        }
        List<NeuronCheck> neurons = neurons(activity, conditions, halves, usable);
        Map<String, Double> ceilings = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            ceilings.put(conditions.get(i).name(), meanCeiling(activity.neurons(), halves.get(i)));
        }
        List<Finding> findings = new ArrayList<>(quality.findings());
        findings.addAll(NeuronFindings.of(activity, neurons));
        return new SessionScreening(
                session, activity, quality, neurons, ceilings, halvings, Finding.bySeverity(findings));
    }

    /** The mean ceiling over neurons on all usable trials; NaN if there is none. */
    public double meanCeiling() {
        return neurons.stream()
                .mapToDouble(n -> n.overall().ceiling())
                .filter(c -> !Double.isNaN(c))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The number of such trials with which the mean ceiling would reach a given value; NaN if the mean ceiling is not
     * positive.
     */
    public double trialsFor(double ceiling) {
        double mean = meanCeiling();
        return new Reliability(mean * mean, activity.usable().length).trialsFor(ceiling);
    }

    private static int halvings(double terms) {
        return (int) Math.clamp(AFFORDABLE_TERMS / Math.max(1, terms), FEWEST_HALVINGS, MOST_HALVINGS);
    }

    private static List<Condition> conditions(Session session, int[] usable) {
        List<String> indices = session.factors().stream()
                .filter(factor -> factor.levels().length > MOST_LEVELS)
                .map(Factor::name)
                .toList();
        return Condition.of(session, usable).stream()
                .filter(condition ->
                        indices.stream().noneMatch(name -> condition.name().startsWith(name + " ")))
                .toList();
    }

    private static List<NeuronCheck> neurons(
            SessionActivity activity, List<Condition> conditions, List<SplitHalf> halves, int[] usable) {
        Session session = activity.session();
        List<int[]> strata = Splits.strata(session, usable).stream()
                .map(ids -> Arrays.stream(session.positions(ids)).sorted().toArray())
                .toList();
        List<NeuronCheck> checks = new ArrayList<>();
        for (int neuron = 0; neuron < activity.neurons(); neuron++) {
            Map<String, Reliability> byCondition = new LinkedHashMap<>();
            for (int i = 1; i < conditions.size(); i++) {
                byCondition.put(
                        conditions.get(i).name(),
                        new Reliability(
                                halves.get(i).reliability()[neuron],
                                conditions.get(i).trialIds().length));
            }
            checks.add(new NeuronCheck(
                    session.neurons().get(neuron),
                    activity.meanRates()[neuron],
                    Drift.of(activity, neuron, strata),
                    new Reliability(halves.getFirst().reliability()[neuron], usable.length),
                    byCondition));
        }
        return List.copyOf(checks);
    }

    private static double meanCeiling(int neurons, SplitHalf half) {
        return java.util.stream.IntStream.range(0, neurons)
                .mapToDouble(half::ceiling)
                .filter(c -> !Double.isNaN(c))
                .average()
                .orElse(Double.NaN);
    }
}
