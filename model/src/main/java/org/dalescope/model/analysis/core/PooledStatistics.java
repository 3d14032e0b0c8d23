package org.dalescope.model.analysis.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.math.stats.Stouffer;

/**
 * The statistics of one analysis over several sessions, with the session as the unit: a mean over sessions of every
 * statistic that at least two sessions have, and Stouffer's test where the sessions have a p. Neurons and trials of
 * different sessions are never pooled.
 */
public final class PooledStatistics {
    private static final int LEAST_SESSIONS = 2;

    private PooledStatistics() {}

    /**
     * The table over sessions.
     *
     * @param results of the same analysis, by the name of the session
     */
    public static Table of(Map<String, AnalysisResult> results) {
        Map<String, Map<String, Statistic>> byName = new LinkedHashMap<>();
        results.forEach((session, result) -> result.statistics()
                .forEach(statistic -> byName.computeIfAbsent(statistic.name(), _ -> new LinkedHashMap<>())
                        .put(session, statistic)));
        List<String> numbers = new ArrayList<>(List.of("sessions", "mean", "low", "high", "stouffer_z", "stouffer_p"));
        numbers.addAll(results.keySet());
        TableBuilder table = new TableBuilder(
                List.of("statistic", "unit"),
                numbers,
                numbers.stream().map(_ -> "").toList());
        byName.forEach((name, bySession) -> {
            double[] values = results.keySet().stream()
                    .mapToDouble(session -> value(bySession, session))
                    .toArray();
            MeanOverSessions mean = MeanOverSessions.of(values);
            if (mean.sessions() >= LEAST_SESSIONS) {
                table.row(
                        List.of(name, bySession.values().iterator().next().unit()), row(mean, test(bySession), values));
            }
        });
        String name = results.values().iterator().next().name().replace('-', '_');
        return table.table(
                name + "_over_sessions",
                "Mean over sessions with Student's 95 % interval; Stouffer's test combines the sessions' p, above and"
                        + " below their nulls. The unit is the session.");
    }

    private static double value(Map<String, Statistic> bySession, String session) {
        Statistic statistic = bySession.get(session);
        return statistic == null ? Double.NaN : statistic.value();
    }

    private static double[] row(MeanOverSessions mean, Stouffer test, double[] values) {
        double[] row = new double[6 + values.length];
        row[0] = mean.sessions();
        row[1] = mean.mean();
        row[2] = mean.low();
        row[3] = mean.high();
        row[4] = test.z();
        row[5] = test.p();
        System.arraycopy(values, 0, row, 6, values.length);
        return row;
    }

    /** Stouffer's test of the sessions that have a p; NaN if one of those with a value has none. */
    private static Stouffer test(Map<String, Statistic> bySession) {
        double[] zs = bySession.values().stream()
                .filter(statistic -> Double.isFinite(statistic.value()))
                .map(PooledStatistics::z)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        long values = bySession.values().stream()
                .filter(statistic -> Double.isFinite(statistic.value()))
                .count();
        return zs.length == values ? Stouffer.of(zs) : new Stouffer(Double.NaN, Double.NaN);
    }

    /** The z value of a two-sided p, positive if the statistic is above its null. */
    private static OptionalDouble z(Statistic statistic) {
        double p = statistic.chance().p();
        if (!(p > 0)) {
            return OptionalDouble.empty();
        }
        double size = NormalDistribution.of(0, 1).inverseSurvivalProbability(p / 2);
        return OptionalDouble.of(
                Math.signum(statistic.value() - statistic.chance().nullValue()) * size);
    }
}
