package org.dalescope.model.session.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.container.Container;
import org.dalescope.model.session.container.Variable;
import org.dalescope.model.session.container.Variable.Cell;
import org.dalescope.model.session.container.Variable.Numeric;
import org.dalescope.model.session.container.Variable.Text;
import org.dalescope.model.session.container.Variable.Unreadable;

/** Lists what a container of arrays offers. */
public final class ArrayContents {
    /** Values of longer vectors are not looked at: codes of neurons and trials are short. */
    private static final int LONGEST = 5000;

    private static final int MOST_VALUES = 12;

    private ArrayContents() {}

    /** The variables that can be read, and the guess where there is one. */
    public static Contents.Arrays of(Container container) {
        Variables variables = new Variables(container);
        List<Contents.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            Variable variable = entry.getValue();
            if (!(variable instanceof Unreadable)) {
                entries.add(new Contents.Entry(
                        entry.getKey(),
                        variable.type(),
                        Arrays.stream(variable.shape()).boxed().toList(),
                        values(variables, entry.getKey(), variable)));
            }
        }
        return new Contents.Arrays(List.copyOf(entries), known(container));
    }

    private static ArrayMapping known(Container container) {
        try {
            return MappingGuess.of(container).mapping();
        } catch (Refusal nothingGuessed) {
            return ArrayMappingJson.DEFAULTS;
        }
    }

    private static List<String> values(Variables variables, String path, Variable variable) {
        boolean listed = variable instanceof Numeric || variable instanceof Text || variable instanceof Cell;
        long longAxes =
                Arrays.stream(variable.shape()).filter(length -> length != 1).count();
        if (!listed || longAxes != 1 || variable.size() > LONGEST || holdsArrays(variable)) {
            return List.of();
        }
        try {
            List<String> words =
                    variables.words(path, "values").stream().distinct().sorted().toList();
            return words.size() > MOST_VALUES ? List.of() : words;
        } catch (Refusal notWords) {
            return List.of();
        }
    }

    private static boolean holdsArrays(Variable variable) {
        return variable instanceof Cell cell
                && cell.elements().get().stream().anyMatch(element -> !(element instanceof Text) && element.size() > 1);
    }
}
