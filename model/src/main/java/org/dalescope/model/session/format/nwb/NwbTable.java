package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.TableColumn;

/**
 * An NWB DynamicTable: a group whose datasets are columns of equal length.
 *
 * @param columns names of the columns in the order of {@code colnames}, then the others alphabetically, then the computed
 *     ones
 * @param computed columns that are not in the file, but are computed from it
 */
record NwbTable(
        Hdf5Tree tree,
        Group group,
        String path,
        int rows,
        List<String> columns,
        Map<String, Lazy<TableColumn>> computed)
        implements DataTable {
    private static final String INDEX = "_index";

    static NwbTable of(Hdf5Tree tree, Group group, String path) {
        Set<String> names = new LinkedHashSet<>();
        var children = tree.children(group);
        Hdf5Tree.attribute(group, "colnames").ifPresent(value -> {
            if (value instanceof String[] colnames) {
                names.addAll(List.of(colnames));
            }
        });
        for (var child : children.entrySet()) {
            String name = child.getKey();
            if (child.getValue() instanceof Dataset && !name.equals("id") && !name.endsWith(INDEX)) {
                names.add(name);
            }
        }
        names.removeIf(name -> !(children.get(name) instanceof Dataset));
        return new NwbTable(tree, group, path, rows(tree, group, path), List.copyOf(names), Map.of());
    }

    /** The same table with another column, which is computed when it is first needed. */
    NwbTable with(String name, Lazy<TableColumn> column) {
        List<String> all = new ArrayList<>(columns);
        all.add(name);
        Map<String, Lazy<TableColumn>> more = new HashMap<>(computed);
        more.put(name, column);
        return new NwbTable(tree, group, path, rows, List.copyOf(all), Map.copyOf(more));
    }

    private static int rows(Hdf5Tree tree, Group group, String path) {
        for (String name : List.of("id", "start_time", "spike_times_index")) {
            Optional<Dataset> column = tree.dataset(group, name);
            if (column.isPresent() && column.get().getDimensionsAsLong().length > 0) {
                long rows = Hdf5DatasetValues.size(column.get());
                if (rows > Hdf5DatasetValues.MOST_VALUES) {
                    throw new InputError("The table " + path + " claims " + rows
                            + " rows, more than any session has: the file is damaged; copy it again.");
                }
                return (int) rows;
            }
        }
        return 0;
    }

    boolean isRagged(String column) {
        return tree.dataset(group, column + INDEX).isPresent();
    }

    Optional<Dataset> dataset(String column) {
        return tree.dataset(group, column);
    }

    /**
     * The position after the last value of every row in a ragged column.
     *
     * @throws InputError if the index does not fit the table or the column
     */
    long[] ends(String column) {
        Dataset values = dataset(column).orElseThrow(() -> missing(column));
        Dataset index = dataset(column + INDEX).orElseThrow(() -> missing(column + INDEX));
        double[] ends = Hdf5DatasetValues.numbers(index);
        long size = values.getDimensionsAsLong().length == 0 ? 0 : values.getDimensionsAsLong()[0];
        long[] whole = new long[rows];
        if (ends.length != rows) {
            throw new InputError(path + "/" + column + INDEX + " has " + ends.length + " values for " + rows
                    + " rows: the file is damaged or was written wrongly; export it again.");
        }
        for (int i = 0; i < rows; i++) {
            whole[i] = (long) ends[i];
            if (whole[i] < (i == 0 ? 0 : whole[i - 1]) || whole[i] > size) {
                throw new InputError(path + "/" + column + INDEX + " does not rise from 0 to its " + size
                        + " values at row " + i + ": the file is damaged or was written wrongly; export it again.");
            }
        }
        return whole;
    }

    /**
     * The values of a column with one value per row. Empty for any other column, for values that are neither numbers
     * nor text, and, with a note, for a column that cannot be read.
     */
    @Override
    public Optional<TableColumn> column(String name) {
        try {
            Lazy<TableColumn> own = computed.get(name);
            return own != null ? Optional.of(own.get()) : dataset(name).flatMap(dataset -> column(name, dataset));
        } catch (RuntimeException e) {
            // jhdf throws exceptions of many kinds for data that it cannot decode, such as an unknown filter.
            tree.lost(path + "/" + name);
            return Optional.empty();
        }
    }

    private Optional<TableColumn> column(String name, Dataset dataset) {
        boolean onePerRow = Hdf5DatasetValues.size(dataset) == rows && rows > 0 && !isRagged(name);
        if (!onePerRow || isReference(dataset)) {
            return Optional.empty();
        }
        if (Hdf5DatasetValues.isText(dataset)) {
            return Optional.of(TableColumn.ofText(Hdf5DatasetValues.words(dataset)));
        }
        if (!Hdf5DatasetValues.isNumeric(dataset)) {
            return Optional.empty();
        }
        double[] numbers = Hdf5DatasetValues.numbers(dataset);
        return Optional.of(dataset(name + "_elements")
                .map(elements -> named(numbers, elements))
                .orElse(new TableColumn.Numbers(numbers)));
    }

    /** The objects that a column of object references points to. */
    List<Optional<Node>> references(String name) {
        List<Optional<Node>> nodes = new ArrayList<>();
        for (double address : Hdf5DatasetValues.numbers(dataset(name).orElseThrow(() -> missing(name)))) {
            nodes.add(tree.at((long) address));
        }
        return nodes;
    }

    static boolean isReference(Dataset dataset) {
        return dataset.getDataType().getDataClass() == 7;
    }

    /** A column of codes whose names are in a second dataset. */
    private static TableColumn named(double[] codes, Dataset elements) {
        String[] names = Hdf5DatasetValues.words(elements);
        String[] words = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            words[i] = codes[i] >= 0 && codes[i] < names.length ? names[(int) codes[i]] : "";
        }
        return new TableColumn.Words(words);
    }

    private InputError missing(String column) {
        return new InputError(
                "The table " + path + " has no readable column '" + column + "': check the file or the mapping.");
    }
}
