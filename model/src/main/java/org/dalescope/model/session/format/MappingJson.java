package org.dalescope.model.session.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes mappings as JSON objects. The key {@code kind} names the type; an object without it maps arrays. */
public final class MappingJson {
    private static final long LONGEST = 1 << 20;
    private static final String KIND = "kind";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MappingJson() {}

    /** The mapping as indented JSON text. */
    public static String text(Mapping mapping) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(mapping)) + "\n";
    }

    /** The mapping as a new JSON object. */
    public static ObjectNode json(Mapping mapping) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put(KIND, mapping.kind());
        return switch (mapping) {
            case ArrayMapping arrays -> ArrayMappingJson.write(arrays, root);
            case RecordingMapping nwb -> RecordingMappingJson.write(nwb, root);
        };
    }

    /** Writes the mapping to a file atomically. */
    public static void write(Mapping mapping, Path file) {
        AtomicFile.write(file, text(mapping));
    }

    /**
     * Reads a mapping from a file.
     *
     * @throws InputError that says what is wrong with the file, and where
     */
    public static Mapping read(Path file) {
        try {
            if (Files.notExists(file)) {
                throw new InputError("There is no mapping file " + file + ": check the path.");
            }
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new InputError(file + " is not a mapping: give a JSON file such as 'dalescope inspect"
                        + " --save-mapping' writes.");
            }
            return read(MAPPER.readTree(Files.readString(file)), file.toString());
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read as text: check the file and its permissions.", e);
        } catch (JacksonException e) {
            throw new InputError(file + " is not a valid mapping (" + JsonErrorText.of(e) + "): correct it there.", e);
        }
    }

    /**
     * Reads a mapping from JSON.
     *
     * @param where the name of the source in error messages
     */
    public static Mapping read(JsonNode json, String where) {
        if (!(json instanceof ObjectNode object)) {
            throw new InputError(where + " is not a mapping: it must be a JSON object, such as 'dalescope inspect"
                    + " --save-mapping' writes.");
        }
        String kind = object.path(KIND).asString(ArrayMapping.KIND);
        ObjectNode said = object.deepCopy();
        said.remove(KIND);
        return switch (kind) {
            case ArrayMapping.KIND -> ArrayMappingJson.read(said, where);
            case RecordingMapping.KIND, RecordingMapping.OLD_KIND -> RecordingMappingJson.read(object, where);
            default ->
                throw new InputError(where + " has the unknown mapping kind '" + kind + "': use '"
                        + ArrayMapping.KIND + "' for files of arrays or '" + RecordingMapping.KIND + "' for NWB"
                        + " files and the folders of spike sorters.");
        };
    }
}
