package org.dalescope.model.session.format.container;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Struct;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** Converts nodes of an HDF5 file to variables, with axes in the file's order, the last one fastest. */
class Hdf5Nodes {
    private final long fileBytes;

    Hdf5Nodes(HdfFile file) {
        fileBytes = file.size();
    }

    /**
     * The variable of a node; a node that is damaged or uses an unsupported feature becomes a variable that says so.
     */
    final Variable variable(String name, Node node) {
        try {
            return switch (node) {
                case Dataset dataset -> dataset(name, dataset);
                case Group group -> group(name, group);
                default -> new Unreadable(name, new int[0], "type", "is a named type and holds no data");
            };
        } catch (HdfException e) {
            return new Unreadable(
                    name,
                    new int[0],
                    "unreadable",
                    "cannot be read: it is damaged or uses a feature of HDF5 that Dalescope does not support; export it"
                            + " as a plain array");
        }
    }

    Variable group(String name, Group group) {
        return new Struct(name, new int[] {1, 1}, () -> {
            Map<String, Variable> fields = new LinkedHashMap<>();
            group.getChildren().forEach((field, node) -> fields.put(field, variable(name + "." + field, node)));
            return fields;
        });
    }

    Variable dataset(String name, Dataset dataset) {
        int[] shape = ElementCounts.checked(name, dataset.getDimensions());
        DataType type = dataset.getDataType();
        return switch (type) {
            case StringData _ -> text(name, shape, dataset);
            case VariableLength _ when dataset.getJavaType() == String.class -> text(name, shape, dataset);
            case CompoundDataType _ ->
                new Unreadable(
                        name,
                        shape,
                        "compound",
                        "is a table or holds complex numbers: export its columns as plain arrays");
            case FixedPoint _, FloatingPoint _, EnumDataType _, BitField _ ->
                new Numeric(name, shape, typeName(type), false, () -> numbers(name, dataset));
            default ->
                new Unreadable(
                        name,
                        shape,
                        type.getClass().getSimpleName(),
                        "is not an array of numbers or text: export it as a plain array");
        };
    }

    private Text text(String name, int[] shape, Dataset dataset) {
        return new Text(
                name,
                shape,
                () -> dataset.getSize() == 0
                        ? List.of()
                        : Hdf5Values.words(plausible(name, dataset).getDataFlat()));
    }

    final double[] numbers(String name, Dataset dataset) {
        return dataset.getSize() == 0 || dataset.isEmpty()
                ? new double[0]
                : Hdf5Values.doubles(name, plausible(name, dataset).getDataFlat());
    }

    /** Checks that contiguous data are not longer than the file, and chunks not larger than the data. */
    final Dataset plausible(String name, Dataset dataset) {
        Hdf5Chunks.check(dataset);
        if (dataset instanceof ContiguousDataset && dataset.getSizeInBytes() > fileBytes) {
            throw new InputError(
                    "'" + name + "' claims more bytes than the file has: the file was cut off; copy it again.");
        }
        return dataset;
    }

    static String typeName(DataType type) {
        return switch (type) {
            case FixedPoint integer -> (integer.isSigned() ? "int" : "uint") + 8 * type.getSize();
            case FloatingPoint _ -> "float" + 8 * type.getSize();
            default -> "bool";
        };
    }
}
