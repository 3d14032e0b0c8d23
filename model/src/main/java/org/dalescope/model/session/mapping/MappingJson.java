package org.dalescope.model.session.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.JsonProblem;
import org.dalescope.model.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Mappings as JSON objects; {@code kind} tells which one it is. */
public final class MappingJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MappingJson() {}

    /** A mapping as it is saved. */
    public static ObjectNode write(Mapping mapping) {
        return switch (mapping) {
            case NwbMapping nwb -> NwbMappingJson.write(nwb, MAPPER.createObjectNode());
        };
    }

    /**
     * A mapping from a file.
     *
     * @throws Refusal naming what is wrong in it
     */
    public static Mapping read(Path file) {
        try {
            return read(MAPPER.readTree(Files.readString(file)), file.toString());
        } catch (IOException e) {
            throw new Refusal("Mapping file " + file + " cannot be read: check that it exists and is text.", e);
        } catch (JacksonException e) {
            throw new Refusal(
                    "Mapping file " + file + " is not valid JSON (" + JsonProblem.of(e) + "): correct it there.", e);
        }
    }

    /**
     * A mapping from JSON.
     *
     * @param where what to call the source in a refusal
     */
    public static Mapping read(JsonNode json, String where) {
        String kind = json.path("kind").asString("");
        if (kind.equals(NwbMapping.KIND)) {
            return NwbMappingJson.read(json, where);
        }
        throw new Refusal(where + " is no mapping: it must be a JSON object whose \"kind\" is \"" + NwbMapping.KIND
                + "\", but that is \"" + kind + "\".");
    }
}
