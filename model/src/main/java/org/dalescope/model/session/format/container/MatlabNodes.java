package org.dalescope.model.session.format.container;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.container.Variable.Cell;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Struct;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** Converts nodes of a MATLAB v7.3 file to variables: MATLAB's classes, and its axes, which HDF5 holds in reverse. */
final class MatlabNodes extends Hdf5Nodes {
    /** The attribute with MATLAB's class of a node. */
    static final String CLASS = "MATLAB_class";

    private static final String EMPTY = "MATLAB_empty";
    private static final String SPARSE = "MATLAB_sparse";
    private static final Set<String> NUMBERS = Set.of(
            "double", "single", "logical", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64");

    private final HdfFile file;

    MatlabNodes(HdfFile file) {
        super(file);
        this.file = file;
    }

    @Override
    Variable group(String name, Group group) {
        String type = matlabClass(group);
        if (group.getAttributes().containsKey(SPARSE)) {
            return sparse(name, group, type);
        }
        if (!type.isEmpty() && !type.equals("struct")) {
            return foreign(name, new int[] {1, 1}, type);
        }
        boolean array = !group.getChildren().isEmpty()
                && group.getChildren().values().stream().allMatch(MatlabNodes::isElements);
        int[] shape = array
                ? reversed(
                        name, (Dataset) group.getChildren().values().iterator().next())
                : new int[] {1, 1};
        return new Struct(name, shape, () -> {
            Map<String, Variable> fields = new LinkedHashMap<>();
            group.getChildren().forEach((field, node) -> fields.put(field, variable(name + "." + field, node)));
            return fields;
        });
    }

    @Override
    Variable dataset(String name, Dataset dataset) {
        String type = matlabClass(dataset);
        if (dataset.getAttributes().containsKey("MATLAB_object_decode") || (!type.isEmpty() && !isKnown(type))) {
            return foreign(name, new int[] {1, 1}, type);
        }
        if (dataset.getAttributes().containsKey(EMPTY)) {
            return empty(name, type, dataset);
        }
        int[] shape = reversed(name, dataset);
        if (dataset.getDataType() instanceof Reference) {
            return new Cell(name, shape, true, () -> elements(name, dataset));
        }
        if (type.equals("char")) {
            return new Text(name, new int[] {shape[0]}, () -> rows(shape, numbers(name, dataset)));
        }
        return switch (super.dataset(name, dataset)) {
            case Numeric numbers ->
                new Numeric(name, shape, type.isEmpty() ? numbers.type() : type, true, numbers.values());
            case Variable other -> other;
        };
    }

    private static boolean isKnown(String type) {
        return NUMBERS.contains(type) || Set.of("char", "cell", "struct").contains(type);
    }

    private static Variable foreign(String name, int[] shape, String type) {
        return new Unreadable(
                name,
                shape,
                type.isEmpty() ? "object" : type,
                "is a MATLAB " + (type.isEmpty() ? "object" : type)
                        + ", which only MATLAB can open: save it as a numeric, cell or char array (table2array, struct,"
                        + " cellstr)");
    }

    private Variable empty(String name, String type, Dataset dataset) {
        double[] lengths = numbers(name, dataset);
        int[] shape = new int[lengths.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) lengths[i];
        }
        ElementCounts.checked(name, shape);
        return switch (type) {
            case "cell" -> new Cell(name, shape, true, List::of);
            case "struct" -> new Struct(name, shape, Map::of);
            case "char" -> new Text(name, new int[] {1}, () -> List.of(""));
            default -> new Numeric(name, shape, type, true, () -> new double[0]);
        };
    }

    private List<Variable> elements(String name, Dataset dataset) {
        List<Variable> elements = new ArrayList<>();
        if (plausible(name, dataset).getDataFlat() instanceof long[] addresses) {
            for (int i = 0; i < addresses.length; i++) {
                String element = name + "{" + (i + 1) + "}";
                elements.add(
                        addresses[i] <= 0
                                ? new Numeric(element, new int[] {0, 0}, "double", true, () -> new double[0])
                                : variable(element, file.getNodeByAddress(addresses[i])));
            }
        }
        return List.copyOf(elements);
    }

    private static List<String> rows(int[] shape, double[] codes) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < shape[0]; row++) {
            StringBuilder text = new StringBuilder();
            for (int i = row; i < codes.length; i += shape[0]) {
                text.append((char) codes[i]);
            }
            rows.add(text.toString());
        }
        return rows;
    }

    /** A sparse matrix, stored in compressed columns, as a full array. */
    private Variable sparse(String name, Group group, String type) {
        int rows = (int) number(name, group.getAttribute(SPARSE));
        Map<String, Node> parts = group.getChildren();
        if (!(parts.get("jc") instanceof Dataset jc)) {
            throw new InputError(
                    "'" + name + "' is a sparse matrix without its columns: the file is damaged; copy it again.");
        }
        int columns = jc.getDimensions()[0] - 1;
        int[] shape = ElementCounts.checked(name, new int[] {rows, columns});
        return new Numeric(name, shape, "sparse " + type, true, () -> {
            double[] full = new double[rows * columns];
            if (parts.get("ir") instanceof Dataset ir && parts.get("data") instanceof Dataset data) {
                double[] starts = numbers(name, jc);
                double[] row = numbers(name, ir);
                double[] values = numbers(name, data);
                for (int column = 0; column < columns; column++) {
                    for (int i = (int) starts[column]; i < (int) starts[column + 1]; i++) {
                        full[column * rows + (int) row[i]] = values[i];
                    }
                }
            }
            return full;
        });
    }

    private static double number(String name, Attribute attribute) {
        return Hdf5Values.doubles(name, attribute.getData())[0];
    }

    /** Whether a node is a field of a struct array: references without a class of their own. */
    private static boolean isElements(Node node) {
        return node instanceof Dataset dataset
                && dataset.getDataType() instanceof Reference
                && matlabClass(dataset).isEmpty();
    }

    private static int[] reversed(String name, Dataset dataset) {
        int[] dimensions = ElementCounts.checked(name, dataset.getDimensions());
        int[] reversed = new int[Math.max(2, dimensions.length)];
        Arrays.fill(reversed, 1);
        for (int i = 0; i < dimensions.length; i++) {
            reversed[i] = dimensions[dimensions.length - 1 - i];
        }
        return reversed;
    }

    private static String matlabClass(Node node) {
        Map<String, Attribute> attributes = node.getAttributes();
        return attributes.containsKey(CLASS)
                ? String.valueOf(attributes.get(CLASS).getData()).strip()
                : "";
    }
}
