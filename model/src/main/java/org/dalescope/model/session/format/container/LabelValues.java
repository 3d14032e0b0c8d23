package org.dalescope.model.session.format.container;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;

/** Reads the values of a variable that labels trials as numbers or as words, as the container file holds them. */
public final class LabelValues {
    /** The texts with which files write that there is no value. */
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "not applicable");

    /** More different numbers than this are a scale; more different words cannot be a factor. */
    public static final int MOST_LEVELS = 20;

    /** With fewer trials than this, a different word in every trial may be chance. */
    private static final int FEWEST_TRIALS = 10;

    private LabelValues() {}

    /**
     * Whether there are too many different values for an average over the trials of each value.
     *
     * @param trials the number of trials that have a value
     */
    public static boolean areTooMany(long levels, long trials) {
        return levels > MOST_LEVELS || (levels == trials && trials >= FEWEST_TRIALS);
    }

    /** Whether a word stands for no value. */
    public static boolean isMissing(String word) {
        return MISSING.contains(word.strip().toLowerCase(Locale.ROOT));
    }

    /** The cells of a text table as numbers, NaN for a cell without a value; empty if a cell holds another word. */
    public static Optional<double[]> numbers(String[] cells) {
        double[] numbers = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            OptionalDouble number = DecimalParser.parse(cells[i]);
            if (number.isEmpty() && !isMissing(cells[i])) {
                return Optional.empty();
            }
            numbers[i] = number.orElse(Double.NaN);
        }
        return Optional.of(numbers);
    }

    /** The different words in alphabetical order, without those for no value. */
    public static List<String> levels(List<String> words) {
        TreeSet<String> levels = new TreeSet<>(words);
        levels.removeIf(LabelValues::isMissing);
        return List.copyOf(levels);
    }

    /**
     * The label as numbers, NaN for no value; empty if the label holds words. Words are read as numbers only if every
     * one is a number in the usual form, so that different words stay different values.
     */
    public static Optional<double[]> numbers(ContainerVariables variables, String path, String role, int length) {
        if (holdsNumbers(variables.named(path, role))) {
            double[] values = variables.numbers(path, role, length);
            return Optional.of(Arrays.stream(values)
                    .map(v -> Double.isFinite(v) ? v : Double.NaN)
                    .toArray());
        }
        List<OptionalDouble> parsed = variables.words(path, role, length).stream()
                .map(word -> isMissing(word) ? OptionalDouble.of(Double.NaN) : DecimalParser.ofLabel(word))
                .toList();
        boolean numbers = parsed.stream().allMatch(OptionalDouble::isPresent)
                && parsed.stream().anyMatch(value -> !Double.isNaN(value.getAsDouble()));
        return numbers
                ? Optional.of(
                        parsed.stream().mapToDouble(OptionalDouble::getAsDouble).toArray())
                : Optional.empty();
    }

    private static boolean holdsNumbers(Variable variable) {
        return switch (variable) {
            case Numeric _ -> true;
            case Cell cell -> cell.elements().get().stream().allMatch(e -> e instanceof Numeric n && n.size() <= 1);
            case Variable _ -> false;
        };
    }
}
