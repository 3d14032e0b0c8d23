package org.dalescope.model.session.format;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.NwbMapping;
import org.dalescope.model.session.format.container.ElementCounts;

/** What a file offers to a mapping, so that a person chooses and need not type. */
public sealed interface FileContents {
    /** What could be guessed of the mapping, be it that nothing could. */
    Mapping known();

    /**
     * A container of arrays.
     *
     * @param variables in the file's order
     */
    record Arrays(List<Entry> variables, ArrayMapping known) implements FileContents {
        /** The variable with this path. */
        public Optional<Entry> variable(String path) {
            return variables.stream().filter(entry -> entry.path().equals(path)).findFirst();
        }
    }

    /**
     * A variable.
     *
     * @param path by which a mapping names it
     * @param shape lengths of the axes in the order of the program that wrote the file
     * @param values the different values of a short vector as words; none for anything else
     */
    record Entry(String path, String type, List<Integer> shape, List<String> values) {
        /** Path, type and shape, for people. */
        public String text() {
            int[] lengths = shape.stream().mapToInt(Integer::intValue).toArray();
            return path + "  (" + type + (lengths.length == 0 ? "" : " " + ElementCounts.text(lengths)) + ")";
        }
    }

    /**
     * An NWB file.
     *
     * @param tables of intervals that could be the trials
     * @param unitColumns columns of the units table that tell kinds of units apart
     * @param series paths of the time series of numbers
     */
    record Nwb(List<Table> tables, List<UnitColumn> unitColumns, List<String> series, NwbMapping known)
            implements FileContents {
        /** The table with this path. */
        public Optional<Table> table(String path) {
            return tables.stream().filter(table -> table.path().equals(path)).findFirst();
        }

        /** The column of the units table with this name. */
        public Optional<UnitColumn> unitColumn(String name) {
            return unitColumns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst();
        }
    }

    /**
     * A table of intervals.
     *
     * @param times columns that tell when something happened
     * @param factors columns that can be factors
     */
    record Table(String path, int rows, List<String> times, List<String> factors) {}

    /**
     * A column of the units table.
     *
     * @param values its different words
     */
    record UnitColumn(String name, List<String> values) {}
}
