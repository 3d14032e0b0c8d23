package org.dalescope.model.analysis.core;

import java.nio.file.Path;
import java.util.Locale;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.CsvText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the results of analyses as JSON and their tables as CSV. Values that are not defined are null in JSON and
 * empty in CSV.
 */
public final class AnalysisFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnalysisFiles() {}

    /** A result with its tables as JSON. */
    public static ObjectNode json(AnalysisResult result) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("name", result.name());
        root.put("title", result.title());
        ObjectNode statistics = root.putObject("statistics");
        result.statistics().forEach(s -> statistics.set(s.name(), json(s)));
        ObjectNode tables = root.putObject("tables");
        result.tables().forEach(table -> tables.set(table.name(), json(table)));
        ArrayNode notes = root.putArray("notes");
        result.notes().forEach(note -> notes.add(note.sentences()));
        return root;
    }

    /** Writes {@code NAME.json} and a CSV file per table, each file atomically. */
    public static void write(AnalysisResult result, Path folder) {
        AtomicFile.folder(folder);
        AtomicFile.write(folder.resolve(result.name() + ".json"), json(result).toPrettyString() + "\n");
        result.tables().forEach(table -> AtomicFile.write(folder.resolve(table.name() + ".csv"), csv(table)));
    }

    /** A table as CSV: a header with units, then a line per row. */
    public static String csv(Table table) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.columns().size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append(CsvText.quoted(heading(table.columns().get(i))));
        }
        for (int row = 0; row < table.rows(); row++) {
            text.append('\n');
            for (int i = 0; i < table.columns().size(); i++) {
                text.append(i == 0 ? "" : ",").append(cell(table.columns().get(i), row));
            }
        }
        return text.append('\n').toString();
    }

    private static ObjectNode json(Statistic s) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("definition", s.definition());
        put(node, "value", s.value());
        node.put("unit", s.unit());
        node.put("n", s.n());
        if (!s.uncertainty().over().isEmpty()) {
            ObjectNode interval = node.putObject("interval");
            interval.put("over", s.uncertainty().over());
            put(interval, "low", s.uncertainty().low());
            put(interval, "high", s.uncertainty().high());
        }
        if (!s.chance().what().isEmpty()) {
            ObjectNode chance = node.putObject("null");
            chance.put("what", s.chance().what());
            put(chance, "p", s.chance().p());
        }
        return node;
    }

    /** A table as JSON: its columns by name. */
    public static ObjectNode json(Table table) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("caption", table.caption());
        ObjectNode columns = node.putObject("columns");
        for (Table.Column column : table.columns()) {
            ArrayNode values = columns.putArray(heading(column));
            switch (column) {
                case Table.Numbers numbers -> {
                    for (double value : numbers.values()) {
                        if (Double.isFinite(value)) {
                            values.add(value);
                        } else {
                            values.addNull();
                        }
                    }
                }
                case Table.Words words -> words.values().forEach(values::add);
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    /** The name of a column with its unit. */
    public static String heading(Table.Column column) {
        return switch (column) {
            case Table.Numbers numbers ->
                numbers.unit().isEmpty() ? numbers.name() : numbers.name() + " (" + numbers.unit() + ")";
            case Table.Words words -> words.name();
        };
    }

    private static String cell(Table.Column column, int row) {
        return switch (column) {
            case Table.Numbers numbers -> number(numbers.values()[row]);
            case Table.Words words -> CsvText.quoted(words.values().get(row));
        };
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
