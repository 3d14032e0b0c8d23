package org.dalescope.model.session.format.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.model.common.io.CsvTable;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;

/**
 * A text table with a row per spike as a container: a vector per column. A column that has one value in all rows of a
 * trial is a label: its vector has a value per trial, in the order of the trials' numbers.
 */
final class CsvContainer implements Container {
    private static final List<String> TRIALS =
            List.of("trial", "trials", "trial_id", "trialid", "trial_number", "trial_index", "trial_idx");

    private static final double MOST_TRIALS = 10_000_000;

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    CsvContainer(Path file) {
        CsvTable table = CsvTable.read(file);
        Optional<double[]> trials = trials(table);
        for (int column = 0; column < table.columns().size(); column++) {
            String name = table.columns().get(column);
            String[] cells = table.cells().get(column);
            boolean isTrial = TRIALS.contains(name.toLowerCase(Locale.ROOT));
            Optional<String[]> label = isTrial ? Optional.empty() : trials.flatMap(of -> label(of, cells));
            variables.put(name, variable(name, label.orElse(cells)));
        }
    }

    @Override
    public String format() {
        return "CSV table of spikes";
    }

    @Override
    public boolean matlabOrder() {
        return false;
    }

    @Override
    public Map<String, Variable> variables() {
        return variables;
    }

    @Override
    public void close() {}

    private static Optional<double[]> trials(CsvTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            if (TRIALS.contains(table.columns().get(column).toLowerCase(Locale.ROOT))) {
                return LabelValues.numbers(table.cells().get(column));
            }
        }
        return Optional.empty();
    }

    /**
     * The value of every trial from 0 or, if no trial has the number 0, from 1; empty text for a trial without a spike.
     * Empty if a trial has two values or the numbers are not those of trials.
     */
    private static Optional<String[]> label(double[] trials, String[] cells) {
        TreeMap<Double, String> values = new TreeMap<>();
        if (!Arrays.stream(trials).allMatch(trial -> trial == Math.rint(trial) && trial >= 0 && trial < MOST_TRIALS)) {
            return Optional.empty();
        }
        for (int row = 0; row < cells.length; row++) {
            String before = values.putIfAbsent(trials[row], cells[row]);
            if (before != null && !before.equals(cells[row])) {
                return Optional.empty();
            }
        }
        if (values.size() == cells.length) {
            return Optional.empty();
        }
        int first = values.firstKey() == 0 ? 0 : 1;
        String[] labels = new String[(int) (double) values.lastKey() - first + 1];
        Arrays.fill(labels, "");
        values.forEach((trial, value) -> labels[(int) (double) trial - first] = value);
        return Optional.of(labels);
    }

    private static Variable variable(String name, String[] cells) {
        int[] shape = {cells.length};
        List<String> words = new ArrayList<>(Arrays.asList(cells));
        return LabelValues.numbers(cells)
                .<Variable>map(numbers -> new Numeric(name, shape, "float64", false, () -> numbers))
                .orElseGet(() -> new Text(name, shape, () -> words));
    }
}
