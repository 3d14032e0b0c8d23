package org.dalescope.model.analysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.junit.jupiter.api.Test;

class PooledStatisticsTest {
    private static AnalysisResult result(Statistic... statistics) {
        return new AnalysisResult("fixed-points", "", List.of(statistics), List.of(), List.of());
    }

    private static Statistic statistic(String name, double value, double p) {
        return Statistic.plain(name, "", value, "", "").against(new Chance("null", p));
    }

    private static double cell(Table table, String column, int row) {
        return table.columns().stream()
                .filter(one -> one.name().equals(column))
                .map(one -> ((Table.Numbers) one).values()[row])
                .findFirst()
                .orElseThrow();
    }

    /** Student's interval and Stouffer's test of p 0.03 at 0.4 and p 0.2 at -0.1, by SciPy. */
    @Test
    void theNumbersAreScipys() {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        results.put("one", result(statistic("r", 0.4, 0.03), Statistic.plain("only", "", 3, "ms", "")));
        results.put("two", result(statistic("r", -0.1, 0.2)));
        Table table = PooledStatistics.of(results).table();
        assertEquals("fixed_points_over_sessions", table.name());
        assertEquals(1, table.rows(), "a statistic of one session has no mean over sessions");
        assertEquals(2, cell(table, "sessions", 0));
        assertEquals(0.15, cell(table, "mean", 0), 1e-12);
        assertEquals(-3.026551184108024, cell(table, "low", 0), 1e-9);
        assertEquals(3.3265511841080238, cell(table, "high", 0), 1e-9);
        assertEquals(0.628291819340895, cell(table, "stouffer_z", 0), 1e-9);
        assertEquals(0.5298127897089218, cell(table, "stouffer_p", 0), 1e-9);
        assertEquals(-0.1, cell(table, "two", 0));
    }

    @Test
    void withoutAPInEverySessionThereIsNoTest() {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        results.put("one", result(statistic("r", 0.4, 0.03)));
        results.put("two", result(Statistic.plain("r", "", 0.2, "", "")));
        assertEquals(Double.NaN, cell(PooledStatistics.of(results).table(), "stouffer_p", 0));
    }
}
