package org.dalescope.model.session.format.container;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;

/**
 * An HDF5 file as a container: MATLAB v7.3, with axes in MATLAB's order, or any other HDF5 file, with axes as stored.
 */
final class Hdf5Container implements Container {
    private final MemoryMappedHdf5 mapped;
    private final HdfFile file;
    private final boolean matlab;

    private Hdf5Container(MemoryMappedHdf5 mapped, boolean matlabHeader) {
        this.mapped = mapped;
        this.file = mapped.file();
        this.matlab = matlabHeader
                || file.getChildren().values().stream()
                        .anyMatch(node -> !node.isLink() && node.getAttributes().containsKey(MatlabNodes.CLASS));
    }

    /** Opens a file; a damaged file does not stay open. */
    static Hdf5Container open(Path path, boolean matlabHeader) {
        MemoryMappedHdf5 mapped = new MemoryMappedHdf5(path);
        try {
            return new Hdf5Container(mapped, matlabHeader);
        } catch (RuntimeException | StackOverflowError damaged) {
            mapped.close();
            throw damaged;
        }
    }

    @Override
    public String format() {
        return matlab ? "MATLAB v7.3" : "HDF5";
    }

    @Override
    public boolean matlabOrder() {
        return matlab;
    }

    @Override
    public Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        Hdf5Nodes nodes = matlab ? new MatlabNodes(file) : new Hdf5Nodes(file);
        for (Map.Entry<String, Node> child : file.getChildren().entrySet()) {
            if (!child.getKey().startsWith("#")) {
                variables.put(child.getKey(), nodes.variable(child.getKey(), child.getValue()));
            }
        }
        if (!matlab) {
            file.getAttributes().values().forEach(attribute -> attribute(attribute, variables));
        }
        return variables;
    }

    /** Adds an attribute of the file, such as the bin length, as a variable. */
    private static void attribute(Attribute attribute, Map<String, Variable> variables) {
        String name = attribute.getName();
        if (variables.containsKey(name) || attribute.isEmpty()) {
            return;
        }
        int[] shape = ElementCounts.checked(name, attribute.getDimensions());
        Object data = attribute.getData();
        if (Hdf5Values.isText(data)) {
            variables.put(name, new Text(name, shape, () -> Hdf5Values.words(data)));
        } else if (Hdf5Values.isNumeric(data)) {
            variables.put(name, new Numeric(name, shape, "attribute", false, () -> Hdf5Values.doubles(name, data)));
        }
    }

    @Override
    public void close() {
        mapped.close();
    }
}
