package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.format.ArrayMappingJson;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** Lists the variables of a file of arrays that a mapping can name. */
public final class ArrayContents {
    /** Values of longer vectors are not listed: codes of neurons and trials are short. */
    private static final int LONGEST = 5000;

    private static final int MOST_VALUES = 12;

    private ArrayContents() {}

    /** The variables that can be read, and the guessed mapping if there is one. */
    public static FileContents.Arrays of(Container container) {
        ContainerVariables variables = new ContainerVariables(container);
        List<FileContents.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            Variable variable = entry.getValue();
            if (!(variable instanceof Unreadable)) {
                entries.add(new FileContents.Entry(
                        entry.getKey(),
                        variable.type(),
                        Arrays.stream(variable.shape()).boxed().toList(),
                        values(variables, entry.getKey(), variable)));
            }
        }
        return new FileContents.Arrays(List.copyOf(entries), known(container));
    }

    private static ArrayMapping known(Container container) {
        try {
            return MappingGuess.of(container).mapping();
        } catch (InputError nothingGuessed) {
            return ArrayMappingJson.DEFAULTS;
        }
    }

    private static List<String> values(ContainerVariables variables, String path, Variable variable) {
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
        } catch (InputError notWords) {
            return List.of();
        }
    }

    private static boolean holdsArrays(Variable variable) {
        return variable instanceof Cell cell
                && cell.elements().get().stream().anyMatch(element -> !(element instanceof Text) && element.size() > 1);
    }
}
