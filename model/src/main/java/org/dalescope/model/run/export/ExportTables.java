package org.dalescope.model.run.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Neuron;

/**
 * The tables of a run's export for a spreadsheet: units, neurons, weights, scores, history and split. Every row has its
 * ids.
 */
final class ExportTables {
    private ExportTables() {}

    static List<Table> of(ExportedRun run) {
        List<Table> tables = new ArrayList<>();
        tables.add(units(run));
        tables.add(neurons(run));
        tables.addAll(weights(run));
        tables.add(scores(run));
        tables.add(history(run));
        tables.add(split(run));
        return List.copyOf(tables);
    }

    private static Table units(ExportedRun run) {
        Network network = run.member().network();
        int[] neurons = NetworkArrays.neuronOfUnit(run);
        return new Table(
                "units",
                "The units of the network, in the order recorded E, hidden E, recorded I, hidden I. Hidden units have"
                        + " no neuron_id.",
                List.of(
                        numbers("unit", "", run.units(), u -> u),
                        numbers("type", "", run.units(), u -> network.units().sign(u)),
                        numbers("neuron_id", "", run.units(), u -> neurons[u] < 0 ? Double.NaN : neurons[u]),
                        new Table.Numbers("tau", "ms", network.tauMs()),
                        new Table.Numbers("alpha", "", network.alpha()),
                        new Table.Numbers("gain", "sp/s", network.gain()),
                        new Table.Numbers("b", "", network.b()),
                        new Table.Numbers("h0", "", network.h0())));
    }

    private static Table neurons(ExportedRun run) {
        List<Neuron> neurons = run.session().neurons();
        int count = neurons.size();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(numbers("neuron_id", "", count, n -> neurons.get(n).id()));
        columns.add(new Table.Words(
                "type", neurons.stream().map(n -> n.type().letter()).toList()));
        columns.add(new Table.Words("area", neurons.stream().map(Neuron::area).toList()));
        columns.add(
                numbers("unit", "", count, n -> run.member().network().units().recordedUnit()[n]));
        for (Score score : run.evaluation().scores()) {
            String key = score.kind().key();
            columns.add(numbers(key, "", count, n -> byId(score.perNeuron(), neurons.get(n))));
            columns.add(numbers(key + "_ceiling", "", count, n -> byId(score.ceilingPerNeuron(), neurons.get(n))));
        }
        return new Table("neurons", "The recorded neurons with r and its split-half ceiling.", columns);
    }

    private static double byId(Map<Integer, Double> values, Neuron neuron) {
        return values.getOrDefault(neuron.id(), Double.NaN);
    }

    private static List<Table> weights(ExportedRun run) {
        Network network = run.member().network();
        int n = run.units();
        List<Table> tables = new ArrayList<>();
        List<String> from = IntStream.range(0, n).mapToObj(u -> "from_" + u).toList();
        tables.add(matrix(
                "W_rec",
                "Recurrent weights, with a row per receiving unit and a column per sending unit.",
                "to",
                from,
                network.w()));
        List<String> inputs = network.embedding().isPresent()
                ? IntStream.range(0, network.channels())
                        .mapToObj(d -> "embedding_" + d)
                        .toList()
                : run.session().channels().stream().map(c -> c.name()).toList();
        tables.add(matrix(
                "W_in", "Input weights, with a row per unit and a column per input.", "to", inputs, network.wIn()));
        network.readOut().ifPresent(readOut -> tables.add(readOut(readOut, n)));
        run.parameters().arrays().values().stream()
                .filter(array -> array.name().matches("U1|U2|embedding_.*|attention_.*"))
                .forEach(array -> tables.add(entries(array)));
        return tables;
    }

    private static Table readOut(ReadOut readOut, int units) {
        int targets = readOut.targets().size();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Words("target", readOut.targets()));
        columns.add(new Table.Numbers("b_out", "", readOut.bias()));
        for (int unit = 0; unit < units; unit++) {
            int u = unit;
            columns.add(numbers("unit_" + unit, "per sp/s", targets, t -> readOut.weights()[t * units + u]));
        }
        return new Table("W_out", "Read-out weights, with a row per target and a column per unit.", columns);
    }

    private static Table matrix(String name, String caption, String rows, List<String> columns, double[] values) {
        int width = columns.size();
        int height = width == 0 ? 0 : values.length / width;
        List<Table.Column> all = new ArrayList<>();
        all.add(numbers(rows, "", height, row -> row));
        for (int column = 0; column < width; column++) {
            int c = column;
            all.add(numbers(columns.get(column), "", height, row -> values[row * width + c]));
        }
        return new Table(name, caption, all);
    }

    /** A table for an array of any rank, with a row per number and its indices from 0. */
    private static Table entries(NamedArray array) {
        double[] values = array.doubles();
        List<Table.Column> columns = new ArrayList<>();
        int stride = values.length;
        for (int axis = 0; axis < array.shape().length; axis++) {
            int length = array.shape()[axis];
            stride /= Math.max(1, length);
            int step = stride;
            columns.add(numbers("index_" + axis, "", values.length, i -> i / step % length));
        }
        columns.add(new Table.Numbers("value", "", values));
        return new Table(array.name(), "The array of this name, with a row per number; indices count from 0.", columns);
    }

    private static Table scores(ExportedRun run) {
        List<Score> scores = run.evaluation().scores();
        List<double[]> rows = scores.stream().map(RecordArrays::columns).toList();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Words(
                "score", scores.stream().map(s -> s.kind().key()).toList()));
        for (int column = 0; column < RecordArrays.SCORE_COLUMNS.size(); column++) {
            int c = column;
            columns.add(numbers(RecordArrays.SCORE_COLUMNS.get(column), "", rows.size(), row -> rows.get(row)[c]));
        }
        columns.add(new Table.Words(
                "definition", scores.stream().map(s -> s.kind().definition()).toList()));
        return new Table(
                "scores", "Scores on the exported partition; standard_error is the jackknife over trials.", columns);
    }

    private static Table history(ExportedRun run) {
        List<double[]> rows = run.history().stream().map(HistoryCsv::values).toList();
        List<Table.Column> columns = new ArrayList<>();
        for (int column = 0; column < HistoryCsv.columns().size(); column++) {
            int c = column;
            columns.add(numbers(HistoryCsv.columns().get(column), "", rows.size(), row -> rows.get(row)[c]));
        }
        return new Table("history", "The history of the fit, with a row per epoch.", columns);
    }

    /**
     * Every trial of the split with its partition and factors. The factors of trials that were left out of the fit
     * are empty.
     */
    private static Table split(ExportedRun run) {
        RunDescription.SplitText split = run.description().split();
        int[] ids = Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(Arrays::stream)
                .toArray();
        List<String> partitions = new ArrayList<>(Collections.nCopies(split.train().length, "train"));
        partitions.addAll(Collections.nCopies(split.validation().length, "validation"));
        partitions.addAll(Collections.nCopies(split.test().length, "test"));
        Map<Integer, Integer> positions = run.session().positions();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(numbers("trial_id", "", ids.length, i -> ids[i]));
        columns.add(new Table.Words("partition", partitions));
        for (Factor factor : run.session().factors()) {
            columns.add(numbers(factor.name(), "", ids.length, i -> {
                Integer position = positions.get(ids[i]);
                return position == null ? Double.NaN : factor.values()[position];
            }));
        }
        return new Table(
                "split", "Every trial by id with its partition and factors; hash " + split.hash() + ".", columns);
    }

    static Table.Numbers numbers(String name, String unit, int length, IntToDoubleFunction value) {
        return new Table.Numbers(
                name, unit, IntStream.range(0, length).mapToDouble(value).toArray());
    }
}
