package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.MatrixChart;
import org.dalescope.app.chart.TypeOrder;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.run.comparison.WeightDifference;

/** A chart of W_rec of run B minus W_rec of run A between recorded neurons, E before I. */
public final class WeightDifferenceChart {
    private static final int SIZE = 560;

    private WeightDifferenceChart() {}

    public static Figure of(WeightDifference difference, ChartTheme theme) {
        String order = TypeOrder.words(difference.types());
        String title = "W of B minus W of A";
        MatrixChart chart = new MatrixChart(
                title,
                "from neuron, " + order,
                "to neuron, " + order,
                difference.values(),
                MatrixChart.Colours.signed("B - A (blue: more positive in B)", difference.largest(), theme),
                TypeOrder.borders(difference.types()),
                false,
                theme);
        return new Figure("weights-b-minus-a", title, SIZE, SIZE, chart, numbers(difference));
    }

    private static Table numbers(WeightDifference difference) {
        int n = difference.ids().size();
        double[] to = new double[n * n];
        double[] from = new double[n * n];
        double[] values = new double[n * n];
        List<String> types = new ArrayList<>();
        for (int i = 0; i < n * n; i++) {
            to[i] = difference.ids().get(i / n);
            from[i] = difference.ids().get(i % n);
            values[i] = difference.values()[i / n][i % n];
            types.add("%s to %s"
                    .formatted(
                            difference.types().get(i % n).letter(),
                            difference.types().get(i / n).letter()));
        }
        return new Table(
                "weights-b-minus-a",
                "W_rec of run B minus that of run A, by the ids of the units' neurons.",
                List.of(
                        new Table.Numbers("to_neuron", "", to),
                        new Table.Numbers("from_neuron", "", from),
                        new Table.Words("types", types),
                        new Table.Numbers("b_minus_a", "", values)));
    }
}
