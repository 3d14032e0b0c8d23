package org.dalescope.model.session.format;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.container.ElementCounts;

/** The parts that a mapping can name in a data file of any format, so that the user can choose instead of typing. */
public sealed interface FileContents {
    /** The guessed mapping; the defaults if nothing could be guessed. */
    Mapping known();

    /**
     * The contents of a file of arrays.
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
     * @param path the name by which a mapping refers to it
     * @param shape lengths of the axes in the order of the program that wrote the file
     * @param values the distinct values of a short vector as text; empty for anything else
     */
    record Entry(String path, String type, List<Integer> shape, List<String> values) {
        /** Path, type and shape for display. */
        public String text() {
            int[] lengths = shape.stream().mapToInt(Integer::intValue).toArray();
            return path + "  (" + type + (lengths.length == 0 ? "" : " " + ElementCounts.text(lengths)) + ")";
        }
    }

    /**
     * The contents of a recording: an NWB file or the folder of a spike sorter.
     *
     * @param tables of intervals that could be the trials
     * @param unitColumns columns of the units table that distinguish kinds of units
     * @param waveforms columns of the units table with trough-to-peak times
     * @param series paths of the time series of numbers
     */
    record Recording(
            List<Table> tables,
            List<UnitColumn> unitColumns,
            List<Waveforms> waveforms,
            List<String> series,
            RecordingMapping known)
            implements FileContents {
        /** The table with this path. */
        public Optional<Table> table(String path) {
            return tables.stream().filter(table -> table.path().equals(path)).findFirst();
        }

        /** The column of trough-to-peak times with this name. */
        public Optional<Waveforms> waveforms(String name) {
            return waveforms.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst();
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
     * @param times columns that hold event times
     * @param factors columns that can be factors
     */
    record Table(String path, int rows, List<String> times, List<String> factors) {}

    /**
     * A column of the units table with the time from trough to peak of their mean waveforms.
     *
     * @param timesMs the times of the units that have one, ms
     */
    record Waveforms(String name, List<Double> timesMs) {}

    /**
     * A column of the units table.
     *
     * @param values its distinct values
     */
    record UnitColumn(String name, List<String> values) {}
}
