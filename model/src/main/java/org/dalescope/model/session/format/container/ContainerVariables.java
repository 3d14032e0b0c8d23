package org.dalescope.model.session.format.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Struct;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** The variables of a container by path, with error sentences for variables that are missing or of the wrong kind. */
public final class ContainerVariables {
    /** The depth is limited because the links of a file may form cycles. */
    private static final int DEEPEST = 5;

    private static final int MOST = 2000;
    private static final int LISTED = 40;

    private final Map<String, Variable> all = new LinkedHashMap<>();

    public ContainerVariables(Container container) {
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

    public Map<String, Variable> all() {
        return all;
    }

    /** A list of the variables with their shapes, for a sentence. */
    public String listing() {
        String listed = all.entrySet().stream()
                .limit(LISTED)
                .map(e -> e.getKey() + " (" + e.getValue().type() + " "
                        + ElementCounts.text(e.getValue().shape()) + ")")
                .collect(Collectors.joining(", "));
        return all.size() > LISTED ? listed + " and " + (all.size() - LISTED) + " more" : listed;
    }

    public Variable named(String path, String role) {
        Variable variable = all.get(path);
        if (variable == null) {
            throw new InputError("The mapping names '" + path + "' as " + role + ", but the file has no such variable"
                    + NearestName.hint(path, all.keySet()) + ": correct the mapping.");
        }
        if (variable instanceof Unreadable unreadable) {
            throw new InputError("'" + path + "' " + unreadable.why() + ".");
        }
        return variable;
    }

    /** Numbers of any shape, one per element. */
    public double[] numbers(String path, String role) {
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

    /** Exactly {@code length} numbers. */
    public double[] numbers(String path, String role, int length) {
        return checked(path, role, numbers(path, role), length);
    }

    /** A word per element; numbers without a fraction are written as whole numbers. */
    public List<String> words(String path, String role) {
        return switch (named(path, role)) {
            case Text text -> text.words().get().stream().map(String::strip).toList();
            case Cell cell ->
                cell.elements().get().stream().map(ContainerVariables::word).toList();
            case Variable other -> {
                List<String> words = new ArrayList<>();
                for (double value : numbers(path, role)) {
                    words.add(plain(value));
                }
                yield words;
            }
        };
    }

    public List<String> words(String path, String role, int length) {
        List<String> words = words(path, role);
        checked(path, role, new double[words.size()], length);
        return words;
    }

    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static double[] checked(String path, String role, double[] values, int length) {
        if (values.length != length) {
            throw new InputError("'" + path + "' holds " + values.length + " values, but " + length + " are needed for "
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
        return DecimalParser.parse(word)
                .orElseThrow(() -> new InputError("'" + path + "' contains '" + word
                        + "' instead of a number: choose another variable in the mapping."));
    }

    private static InputError notNumbers(String path, String type) {
        return new InputError("'" + path + "' has the type " + type
                + ", but numbers are needed: choose another variable in the mapping.");
    }
}
