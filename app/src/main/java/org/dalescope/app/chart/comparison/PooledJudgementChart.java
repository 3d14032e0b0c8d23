package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.IntervalChart;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.judge.PooledJudgement;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.rival.ScoreDifference;

/** A chart of the network's advantage over another prediction: a row per session, and their mean. */
public final class PooledJudgementChart {
    private static final int WIDE = 720;
    private static final int ROW = 28;
    private static final int REST = 110;

    private PooledJudgementChart() {}

    /**
     * The figure for one comparison in bits per spike.
     *
     * @param other key of the prediction that the network is compared with
     */
    public static Figure of(PooledJudgement pooled, String other, ChartTheme theme) {
        PooledJudgement.Row row = pooled.row(other, ComparedScore.BITS_PER_SPIKE);
        List<IntervalChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < row.perSession().size(); i++) {
            ScoreDifference one = row.perSession().get(i);
            bars.add(new IntervalChart.Bar(
                    pooled.sessions().get(i).sessionName(), one.value(), one.low(), one.high(), 0, theme.muted()));
        }
        bars.add(new IntervalChart.Bar(
                "mean over sessions",
                row.mean().mean(),
                row.mean().low(),
                row.mean().high(),
                0,
                theme.accent()));
        String title = "Network minus " + row.label();
        return new Figure(
                "sessions-" + other.replace('_', '-'),
                title,
                WIDE,
                REST + ROW * bars.size(),
                new IntervalChart(title, "bits/spike, 95 %", bars, theme),
                numbers(bars));
    }

    private static Table numbers(List<IntervalChart.Bar> bars) {
        return new Table(
                "sessions",
                "Difference in bits per spike with its 95 % interval: over trials for a session, over sessions for the"
                        + " mean.",
                List.of(
                        new Table.Words(
                                "session",
                                bars.stream().map(IntervalChart.Bar::name).toList()),
                        new Table.Numbers(
                                "difference",
                                "bits/spike",
                                bars.stream()
                                        .mapToDouble(IntervalChart.Bar::value)
                                        .toArray()),
                        new Table.Numbers(
                                "low",
                                "bits/spike",
                                bars.stream()
                                        .mapToDouble(IntervalChart.Bar::low)
                                        .toArray()),
                        new Table.Numbers(
                                "high",
                                "bits/spike",
                                bars.stream()
                                        .mapToDouble(IntervalChart.Bar::high)
                                        .toArray())));
    }
}
