package org.dalescope.model.session.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalescope.model.Decimal;
import org.dalescope.model.Nearest;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.container.Container;
import org.dalescope.model.session.container.Elements;
import org.dalescope.model.session.container.Variable;
import org.dalescope.model.session.container.Variable.Cell;
import org.dalescope.model.session.container.Variable.Numeric;
import org.dalescope.model.session.container.Variable.Struct;
import org.dalescope.model.session.container.Variable.Text;
import org.dalescope.model.session.container.Variable.Unreadable;

/** A container's variables by path, with the sentences for what is not there or not of the wanted kind. */
final class Variables {
    /** Links of a file may run in circles. */
    private static final int DEEPEST = 5;

    private static final int MOST = 2000;
    private static final int LISTED = 40;

    private final Map<String, Variable> all = new LinkedHashMap<>();

    Variables(Container container) {
        container.variables().values().forEach(variable -> add(variable.name(), variable, 0));
    }

    private void add(String path, Variable variable, int depth) {
        if (all.size() >= MOST) {
            return;
        }
        if (variable instanceof Struct struct && depth < DEEPEST) {
            struct.fields().get().forEach((field, value) -> add(path + "." + field, value, depth + 1));
        } else {
            all.put(path, variable);
        }
    }

    Map<String, Variable> all() {
        return all;
    }

    /** All variables with their shapes, for a sentence. */
    String listing() {
        String listed = all.entrySet().stream()
                .limit(LISTED)
                .map(e -> e.getKey() + " (" + e.getValue().type() + " "
                        + Elements.text(e.getValue().shape()) + ")")
                .collect(Collectors.joining(", "));
        return all.size() > LISTED ? listed + " and " + (all.size() - LISTED) + " more" : listed;
    }

    Variable named(String path, String role) {
        Variable variable = all.get(path);
        if (variable == null) {
            throw new Refusal("The mapping names '" + path + "' as " + role + ", which the file does not hold"
                    + Nearest.hint(path, all.keySet()) + ".");
        }
        if (variable instanceof Unreadable unreadable) {
            throw new Refusal("'" + path + "' " + unreadable.why() + ".");
        }
        return variable;
    }

    /** Numbers of any shape, one per element. */
    double[] numbers(String path, String role) {
        return switch (named(path, role)) {
            case Numeric numeric -> numeric.values().get();
            case Cell cell ->
                cell.elements().get().stream().mapToDouble(e -> single(path, e)).toArray();
            case Text text ->
                text.words().get().stream()
                        .mapToDouble(word -> number(path, word))
                        .toArray();
            case Variable other -> throw notNumbers(path, other.type());
        };
    }

    /** So many numbers. */
    double[] numbers(String path, String role, int length) {
        return checked(path, role, numbers(path, role), length);
    }

    /** A word per element: numbers without a fraction as whole numbers. */
    List<String> words(String path, String role) {
        return switch (named(path, role)) {
            case Text text -> text.words().get().stream().map(String::strip).toList();
            case Cell cell ->
                cell.elements().get().stream().map(Variables::word).toList();
            case Variable other -> {
                List<String> words = new ArrayList<>();
                for (double value : numbers(path, role)) {
                    words.add(plain(value));
                }
                yield words;
            }
        };
    }

    List<String> words(String path, String role, int length) {
        List<String> words = words(path, role);
        checked(path, role, new double[words.size()], length);
        return words;
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static double[] checked(String path, String role, double[] values, int length) {
        if (values.length != length) {
            throw new Refusal("'" + path + "' holds " + values.length + " values where " + length + " are needed for "
                    + role + ": choose another variable in the mapping.");
        }
        return values;
    }

    private static String word(Variable element) {
        return switch (element) {
            case Text text -> String.join("", text.words().get()).strip();
            case Numeric numeric
            when numeric.size() > 0 -> plain(numeric.values().get()[0]);
            case Variable other -> "";
        };
    }

    private static double single(String path, Variable element) {
        return switch (element) {
            case Numeric numeric when numeric.size() == 1 -> numeric.values().get()[0];
            case Numeric numeric when numeric.size() == 0 -> Double.NaN;
            case Variable other -> throw notNumbers(path, other.type());
        };
    }

    private static double number(String path, String word) {
        if (LabelValues.isMissing(word)) {
            return Double.NaN;
        }
        return Decimal.parse(word)
                .orElseThrow(() -> new Refusal("'" + path + "' holds '" + word
                        + "' where a number is needed: choose another variable in the mapping."));
    }

    private static Refusal notNumbers(String path, String type) {
        return new Refusal("'" + path + "' is a " + type + " where numbers are needed: choose another variable in the"
                + " mapping.");
    }
}
