package org.dalescope.app.chart.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/** Creates the tables of numbers behind the charts of a session before a fit. */
final class SessionChartNumbers {
    private SessionChartNumbers() {}

    /**
     * The smoothed average rates, with one row per bin and one column per neuron.
     *
     * @param order indices of the neurons
     * @param bins bins that have enough trials
     * @param courses rates in that order, {@code [row][bin]}, sp/s
     */
    static Table population(Session session, int[] order, int[] bins, double[][] courses) {
        double[] centres = session.time().centresMs();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Numbers(
                "time",
                "ms",
                IntStream.of(bins).mapToDouble(bin -> centres[bin]).toArray()));
        for (int row = 0; row < order.length; row++) {
            var neuron = session.neurons().get(order[row]);
            double[] course = courses[row];
            columns.add(new Table.Numbers(
                    "n" + neuron.id() + "_" + neuron.type().letter(),
                    "sp/s",
                    IntStream.of(bins).mapToDouble(bin -> course[bin]).toArray()));
        }
        return new Table("population", "Average rate of every neuron, smoothed, in bins with enough trials.", columns);
    }

    /** The first and last valid bin of every trial under both conventions; NaN if a trial has none. */
    static Table mask(Session session, Mask arrayStart, Mask timeZero) {
        int[] trials = IntStream.range(0, session.trials()).toArray();
        List<String> aborted = Arrays.stream(trials)
                .mapToObj(trial -> session.isAborted(trial) ? "yes" : "no")
                .toList();
        int[] ids = session.trialIds();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Numbers(
                "trial",
                "",
                IntStream.of(trials).mapToDouble(trial -> ids[trial]).toArray()));
        columns.add(new Table.Words("aborted", aborted));
        edges("array_start", session, arrayStart, columns);
        edges("time_zero", session, timeZero, columns);
        return new Table("valid-bins", "Valid bins of every trial: start, end and number.", List.copyOf(columns));
    }

    private static void edges(String convention, Session session, Mask mask, List<Table.Column> columns) {
        double start = session.time().startMs();
        double width = session.time().binMs();
        double[] from = new double[session.trials()];
        double[] to = new double[session.trials()];
        double[] count = new double[session.trials()];
        for (int i = 0; i < session.trials(); i++) {
            int trial = i;
            int[] valid = IntStream.range(0, session.bins())
                    .filter(bin -> mask.isValid(trial, bin))
                    .toArray();
            count[i] = valid.length;
            from[i] = valid.length == 0 ? Double.NaN : start + width * valid[0];
            to[i] = valid.length == 0 ? Double.NaN : start + width * (valid[valid.length - 1] + 1);
        }
        columns.add(new Table.Numbers(convention + "_from", "ms", from));
        columns.add(new Table.Numbers(convention + "_to", "ms", to));
        columns.add(new Table.Numbers(convention + "_bins", "", count));
    }

    /** All valid bins of a neuron that contain spikes. */
    static Table raster(Session session, Mask mask, int neuron, List<Condition> conditions) {
        double perSpike = session.time().binMs() / 1000;
        double[] centres = session.time().centresMs();
        List<String> names = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (Condition condition : conditions) {
            int[] positions = session.positions(condition.trialIds());
            for (int i = 0; i < positions.length; i++) {
                for (int bin = 0; bin < session.bins(); bin++) {
                    double spikes = session.rate(positions[i], bin, neuron) * perSpike;
                    if (spikes != 0 && mask.isValid(positions[i], bin)) {
                        names.add(condition.name());
                        rows.add(new double[] {condition.trialIds()[i], centres[bin], spikes});
                    }
                }
            }
        }
        return new Table(
                "raster-n" + session.neurons().get(neuron).id(),
                "Spikes of a neuron by trial and bin; bins without a row have no spikes or are not valid.",
                List.of(
                        new Table.Words("condition", List.copyOf(names)),
                        column("trial", "", rows, 0),
                        column("time", "ms", rows, 1),
                        column("spikes", "", rows, 2)));
    }

    private static Table.Numbers column(String name, String unit, List<double[]> rows, int place) {
        return new Table.Numbers(
                name, unit, rows.stream().mapToDouble(row -> row[place]).toArray());
    }
}
