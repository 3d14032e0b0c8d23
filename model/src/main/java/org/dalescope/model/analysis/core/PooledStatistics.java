package org.dalescope.model.analysis.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.math.stats.Stouffer;

/**
 * The statistics of one analysis over several sessions, with the session as the unit: a mean over sessions of every
 * statistic that at least two sessions have, and Stouffer's test where the sessions have a p. Neurons and trials of
 * different sessions are never pooled.
 *
 * @param analysis name of the analysis
 * @param sessions names of the sessions
 * @param rows one per statistic
 */
public record PooledStatistics(String analysis, List<String> sessions, List<Row> rows) {
    private static final int LEAST_SESSIONS = 2;

    /**
     * One statistic over sessions.
     *
     * @param values of the sessions, NaN where one has none
     * @param test NaN unless every session with a value has a p
     */
    public record Row(String name, String unit, List<Double> values, MeanOverSessions mean, Stouffer test) {}

    /**
     * The statistics over sessions.
     *
     * @param results of the same analysis, by the name of the session
     */
    public static PooledStatistics of(Map<String, AnalysisResult> results) {
        Map<String, Map<String, Statistic>> byName = new LinkedHashMap<>();
        results.forEach((session, result) -> result.statistics()
                .forEach(statistic -> byName.computeIfAbsent(statistic.name(), _ -> new LinkedHashMap<>())
                        .put(session, statistic)));
        List<Row> rows = new ArrayList<>();
        byName.forEach((name, bySession) -> {
            double[] values = results.keySet().stream()
                    .mapToDouble(session -> value(bySession, session))
                    .toArray();
            MeanOverSessions mean = MeanOverSessions.of(values);
            if (mean.sessions() >= LEAST_SESSIONS) {
                String unit = bySession.values().iterator().next().unit();
                rows.add(new Row(name, unit, Arrays.stream(values).boxed().toList(), mean, test(bySession)));
            }
        });
        return new PooledStatistics(
                results.values().iterator().next().name(), List.copyOf(results.keySet()), List.copyOf(rows));
    }

    /** The statistics as a table, with a column per session. */
    public Table table() {
        List<String> numbers = new ArrayList<>(OverSessionsColumns.NAMES);
        numbers.addAll(sessions);
        TableBuilder table = new TableBuilder(List.of("statistic", "unit"), numbers);
        for (Row row : rows) {
            DoubleStream.Builder cells = DoubleStream.builder();
            OverSessionsColumns.of(row.mean(), row.test()).forEach(cells);
            row.values().forEach(cells::add);
            table.row(List.of(row.name(), row.unit()), cells.build().toArray());
        }
        return table.table(
                analysis.replace('-', '_') + "_over_sessions",
                "Mean over sessions with Student's 95 % interval; Stouffer's test combines the sessions' p, above and"
                        + " below their nulls. The unit is the session.");
    }

    private static double value(Map<String, Statistic> bySession, String session) {
        Statistic statistic = bySession.get(session);
        return statistic == null ? Double.NaN : statistic.value();
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
