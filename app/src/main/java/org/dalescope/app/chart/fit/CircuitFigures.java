package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.MatrixChart;
import org.dalescope.app.chart.TypeOrder;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;

/** Figures of one epoch of a fit: the weights of the network, and single trials. */
public final class CircuitFigures {
    private static final int SIZE = 560;

    private CircuitFigures() {}

    /**
     * The figure of W_rec at an epoch, E units before I.
     *
     * @param types the type of every unit
     * @param marked the unit whose row and column are framed
     */
    public static Figure weights(EpochView view, List<NeuronType> types, Optional<Integer> marked, ChartTheme theme) {
        int units = view.units();
        double[][] values = new double[units][units];
        double largest = 0;
        for (int i = 0; i < view.weights().length; i++) {
            values[i / units][i % units] = view.weights()[i];
            largest = Math.max(largest, Math.abs(view.weights()[i]));
        }
        String title = "W_rec at epoch %s".formatted(view.epoch());
        MatrixChart chart = new MatrixChart(
                title,
                "from unit, " + TypeOrder.words(types),
                "to unit, " + TypeOrder.words(types),
                values,
                MatrixChart.Colours.signed("weight", largest, theme),
                TypeOrder.borders(types),
                false,
                theme);
        marked.ifPresent(unit -> chart.frame(unit, theme));
        Table numbers = table("weights", "W_rec by unit, from 0.", "to_unit", "from_unit", "weight", values);
        return new Figure("weights", title, SIZE, SIZE, chart, numbers);
    }

    /** The figure of the data's single validation trials. */
    public static Figure dataTrials(RunViews views, ChartTheme theme) {
        double[][] rates = views.trials().rates().toArray(double[][]::new);
        return trials("trials-data", "Single trials, data (pink: not valid)", rates, highest(views), theme);
    }

    /** The figure of the model's single validation trials at an epoch. */
    public static Figure modelTrials(RunViews views, EpochView view, ChartTheme theme) {
        int bins = views.timeMs().length;
        double[][] rates = new double[view.population().length / bins][bins];
        for (int i = 0; i < rates.length * bins; i++) {
            rates[i / bins][i % bins] = isUsed(views, i / bins, i % bins) ? view.population()[i] : Double.NaN;
        }
        return trials(
                "trials-model",
                "Single trials, model at epoch %s (pink: not valid)".formatted(view.epoch()),
                rates,
                highest(views),
                theme);
    }

    /**
     * The rate at the upper end of both colour scales: the highest rate of the data, so that both figures are
     * comparable.
     */
    static double highest(RunViews views) {
        double highest = 0;
        for (double[] trial : views.trials().rates()) {
            for (double rate : trial) {
                // NaN marks an unused bin; it never compares as larger.
                highest = rate > highest ? rate : highest;
            }
        }
        return highest;
    }

    /** A placeholder for an image that is not available. */
    public static Figure nothing(String why, ChartTheme theme) {
        double[][] none = new double[0][0];
        MatrixChart.Colours colours = MatrixChart.Colours.upTo("", 1, theme.background(), theme);
        MatrixChart chart = new MatrixChart(why, "", "", none, colours, List.of(), false, theme);
        return new Figure("nothing", why, SIZE, SIZE, chart, table("nothing", why, "row", "column", "value", none));
    }

    private static boolean isUsed(RunViews views, int trial, int bin) {
        List<double[]> data = views.trials().rates();
        return trial >= data.size() || !Double.isNaN(data.get(trial)[bin]);
    }

    private static Figure trials(String name, String title, double[][] rates, double highest, ChartTheme theme) {
        MatrixChart chart = new MatrixChart(
                title,
                "bin",
                "validation trial",
                rates,
                MatrixChart.Colours.upTo("mean rate (sp/s)", highest, theme.foreground(), theme),
                List.of(),
                false,
                theme);
        Table numbers = table(
                name,
                "%s, mean over the recorded neurons, rows and bins from 0.".formatted(title),
                "trial",
                "bin",
                "rate",
                rates);
        return new Figure(name, title, SIZE, SIZE, chart, numbers);
    }

    private static Table table(
            String name, String caption, String rowName, String columnName, String valueName, double[][] values) {
        int columns = values.length == 0 ? 0 : values[0].length;
        double[] rows = new double[values.length * columns];
        double[] places = new double[rows.length];
        double[] cells = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int row = i / columns;
            rows[i] = row;
            places[i] = i % columns;
            cells[i] = values[row][i % columns];
        }
        List<Table.Column> all = new ArrayList<>();
        all.add(new Table.Numbers(rowName, "", rows));
        all.add(new Table.Numbers(columnName, "", places));
        all.add(new Table.Numbers(valueName, "", cells));
        return new Table(name, caption, all);
    }
}
