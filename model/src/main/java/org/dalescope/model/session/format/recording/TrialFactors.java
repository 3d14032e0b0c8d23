package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.container.LabelValues;

/** Turns columns of a trials table into factors. */
public final class TrialFactors {
    private TrialFactors() {}

    static List<Factor> of(TrialTable trials, TrialEvents events, RecordingMapping mapping, ReadingNotes notes) {
        List<Factor> factors = new ArrayList<>();
        if (mapping.factors().isPresent()) {
            for (String name : mapping.factors().get()) {
                factors.add(factor(trials, name)
                        .orElseThrow(() -> new InputError("The mapping makes a factor of the column '" + name
                                + "', but "
                                + trials.table().path()
                                + " has no such column with one value per trial and few levels. Choose from:"
                                + " " + ReadingNotes.list(trials.table().columns()) + ".")));
            }
            return factors;
        }
        List<String> left = new ArrayList<>();
        for (String name : trials.table().columns()) {
            if (isNoFactor(name, trials, events)) {
                continue;
            }
            Optional<Factor> factor = factor(trials, name);
            factor.ifPresentOrElse(factors::add, () -> left.add(name));
        }
        if (!left.isEmpty()) {
            notes.notice(
                    "columns-left-out",
                    "These columns are not used as factors: " + ReadingNotes.list(left) + " of "
                            + trials.table().path() + ". They do not have one value per trial, have more than "
                            + LabelValues.MOST_LEVELS
                            + " different words, or have a different word in every trial that has one.");
        }
        return factors;
    }

    /** The columns that can be factors. */
    public static List<String> possible(TrialTable trials) {
        return trials.table().columns().stream()
                .filter(name -> !trials.isBorder(name))
                .filter(name -> factor(trials, name).isPresent())
                .toList();
    }

    private static boolean isNoFactor(String name, TrialTable trials, TrialEvents events) {
        return trials.isBorder(name)
                || trials.names().contains(name)
                || events.timesS().containsKey(name);
    }

    private static Optional<Factor> factor(TrialTable trials, String name) {
        return trials.table().column(name).flatMap(column -> switch (column) {
            case TableColumn.Flags flags -> Optional.of(flags(name, flags));
            case TableColumn.Words words -> words(name, words);
            case TableColumn.Numbers numbers ->
                Optional.of(numbers(name, numbers)).filter(f -> f.levels().length > 0);
        });
    }

    private static Factor flags(String name, TableColumn.Flags flags) {
        double[] values = new double[flags.rows()];
        Arrays.setAll(values, i -> flags.values()[i] ? 1 : 0);
        return new Factor(name, Factor.Kind.CATEGORICAL, values, Double.NaN, Map.of(0.0, "false", 1.0, "true"));
    }

    /** The words in alphabetical order become 1, 2, ...; 0 means no word. */
    private static Optional<Factor> words(String name, TableColumn.Words words) {
        Set<String> levels = new TreeSet<>();
        for (int row = 0; row < words.rows(); row++) {
            levels.add(words.word(row));
        }
        levels.remove("");
        long named = IntStream.range(0, words.rows())
                .filter(row -> !words.word(row).isEmpty())
                .count();
        if (levels.isEmpty() || LabelValues.areTooMany(levels.size(), named)) {
            return Optional.empty();
        }
        List<String> order = List.copyOf(levels);
        Map<Double, String> labels = new TreeMap<>();
        order.forEach(word -> labels.put(order.indexOf(word) + 1.0, word));
        double[] values = new double[words.rows()];
        Arrays.setAll(values, row -> order.indexOf(words.word(row)) + 1);
        return Optional.of(new Factor(name, Factor.Kind.CATEGORICAL, values, 0, Map.copyOf(labels)));
    }

    /**
     * Codes that count from 0 or 1 without a gap become categories, and few other numbers an order. Many numbers, or a
     * different one in every trial, become a scale.
     */
    private static Factor numbers(String name, TableColumn.Numbers numbers) {
        double[] values = Arrays.stream(numbers.values())
                .map(v -> Double.isFinite(v) ? v : Double.NaN)
                .toArray();
        double[] levels = Arrays.stream(values)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        Factor.Kind kind = Factor.Kind.ORDINAL;
        long told = Arrays.stream(values).filter(Double::isFinite).count();
        if (LabelValues.areTooMany(levels.length, told)) {
            kind = Factor.Kind.CONTINUOUS;
        } else if (levels.length > 0 && (levels[0] == 0 || levels[0] == 1) && isCounted(levels)) {
            kind = Factor.Kind.CATEGORICAL;
        }
        return new Factor(name, kind, values, Double.NaN, Map.of());
    }

    private static boolean isCounted(double[] levels) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] != levels[0] + i) {
                return false;
            }
        }
        return true;
    }
}
