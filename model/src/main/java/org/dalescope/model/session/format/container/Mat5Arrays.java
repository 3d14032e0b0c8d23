package org.dalescope.model.session.format.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Converts arrays of MATLAB v5 files to variables. */
final class Mat5Arrays {
    private Mat5Arrays() {}

    /** The variable that a header describes; its content comes from {@code array}. */
    static Variable listed(Mat5Reader.EntryHeader header, Supplier<Array> array) {
        return variable(
                header.getName(),
                header.getType(),
                ElementCounts.checked(header.getName(), header.getDimensions()),
                header.isLogical(),
                header.isComplex(),
                array);
    }

    private static Variable of(String name, Array array) {
        boolean logical = array instanceof Matrix matrix && matrix.isLogical();
        boolean complex = array instanceof Matrix matrix && matrix.isComplex();
        return variable(name, array.getType(), array.getDimensions(), logical, complex, () -> array);
    }

    private static Variable variable(
            String name, MatlabType type, int[] shape, boolean logical, boolean complex, Supplier<Array> array) {
        return switch (type) {
            case Cell -> new Variable.Cell(name, shape, true, () -> elements(name, (Cell) array.get()));
            case Structure -> new Variable.Struct(name, shape, () -> fields(name, shape, (Struct) array.get()));
            case Character -> new Text(name, new int[] {shape[0]}, () -> rows((Char) array.get()));
            case Object, Function, Opaque ->
                new Unreadable(
                        name,
                        shape,
                        "object",
                        "is a MATLAB object (string, table or handle), which only MATLAB can open: save it as a"
                                + " numeric, cell or char array (table2array, struct, cellstr)");
            default ->
                complex
                        ? new Unreadable(
                                name, shape, "complex", "holds complex numbers: save its real part or magnitude")
                        : new Numeric(name, shape, word(type, logical), true, () -> doubles((Matrix) array.get()));
        };
    }

    private static List<Variable> elements(String name, Cell cell) {
        List<Variable> elements = new ArrayList<>();
        for (int i = 0; i < cell.getNumElements(); i++) {
            Array element = cell.get(i);
            elements.add(of(name + "{" + (i + 1) + "}", element));
        }
        return List.copyOf(elements);
    }

    private static Map<String, Variable> fields(String name, int[] shape, Struct struct) {
        Map<String, Variable> fields = new LinkedHashMap<>();
        int structs = struct.getNumElements();
        for (String field : struct.getFieldNames()) {
            String path = name + "." + field;
            List<Variable> elements = new ArrayList<>();
            for (int i = 0; i < structs; i++) {
                Array value = struct.get(field, i);
                elements.add(of(structs == 1 ? path : path + "{" + (i + 1) + "}", value));
            }
            fields.put(
                    field,
                    structs == 1
                            ? elements.getFirst()
                            : new Variable.Cell(path, shape, true, () -> List.copyOf(elements)));
        }
        return fields;
    }

    private static List<String> rows(Char text) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < text.getNumRows(); row++) {
            rows.add(text.getRow(row));
        }
        return rows.isEmpty() ? List.of("") : rows;
    }

    private static double[] doubles(Matrix matrix) {
        double[] values = new double[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.getDouble(i);
        }
        return values;
    }

    private static String word(MatlabType type, boolean logical) {
        return logical ? "logical" : type.name().toLowerCase(Locale.ROOT);
    }
}
