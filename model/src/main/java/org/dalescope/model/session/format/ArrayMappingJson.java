package org.dalescope.model.session.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Activity;
import org.dalescope.model.session.ArrayMapping.Average;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.ArrayMapping.Form;
import org.dalescope.model.session.ArrayMapping.Input;
import org.dalescope.model.session.ArrayMapping.Label;
import org.dalescope.model.session.ArrayMapping.LabelKind;
import org.dalescope.model.session.ArrayMapping.Neurons;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.ArrayMapping.Trials;
import org.dalescope.model.session.ArrayMapping.Unit;
import org.dalescope.model.session.NeuronType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes mappings of files of arrays as JSON; omitted keys get their defaults, and unknown keys are an error.
 */
public final class ArrayMappingJson {
    public static final ArrayMapping DEFAULTS = new ArrayMapping(
            new Activity("", Content.COUNTS, List.of(), Unit.SECONDS, "", "", "", "", ""),
            new Timing(0, 0, 0, "start of the array"),
            new Neurons("", "", "", List.of(), List.of(), List.of(), NeuronType.UNKNOWN),
            new Trials("", "", Unit.MILLISECONDS, List.of()),
            List.of(),
            List.of());
    private static final Input INPUT = new Input("", "", Form.SIGNAL, List.of(), false, Unit.SECONDS, "");
    private static final Average AVERAGE = new Average("", "", 0);
    private static final Label LABEL = new Label("", "", LabelKind.CATEGORICAL);

    private ArrayMappingJson() {}

    static ObjectNode write(ArrayMapping mapping, ObjectNode to) {
        return to.setAll((ObjectNode) mapper().valueToTree(mapping));
    }

    /**
     * Reads a mapping from a JSON object.
     *
     * @param where the name of the source in error messages
     */
    static ArrayMapping read(ObjectNode said, String where) {
        JsonMapper mapper = mapper();
        try {
            ObjectNode whole = merged(mapper.valueToTree(DEFAULTS), said);
            each(whole.path("inputs"), mapper.valueToTree(INPUT));
            each(whole.path("averages"), mapper.valueToTree(AVERAGE));
            each(whole.path("trials").path("factors"), mapper.valueToTree(LABEL));
            return mapper.treeToValue(whole, ArrayMapping.class);
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds() == null
                    ? ""
                    : NearestName.hint(
                            e.getPropertyName(),
                            e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .toList());
            throw new InputError(
                    where + " has the unknown key '" + e.getPropertyName() + "'" + known + ": correct or remove it.",
                    e);
        } catch (InvalidFormatException e) {
            throw new InputError(
                    where + ": '" + e.getValue() + "' is not a valid value of " + place(e) + ": it must be "
                            + legal(e.getTargetType()) + ".",
                    e);
        } catch (JacksonException e) {
            throw new InputError(where + " is not a valid mapping (" + JsonErrorText.of(e) + "): correct it there.", e);
        }
    }

    private static void each(JsonNode items, ObjectNode defaults) {
        if (items instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof ObjectNode item) {
                    array.set(i, merged(defaults.deepCopy(), item));
                }
            }
        }
    }

    /** Writes the given values over the defaults. */
    private static ObjectNode merged(ObjectNode base, ObjectNode said) {
        for (var entry : said.properties()) {
            if (base.get(entry.getKey()) instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode more) {
                merged(inner, more);
            } else if (!entry.getValue().isNull()) {
                base.set(entry.getKey(), entry.getValue());
            }
        }
        return base;
    }

    /** The valid values of an enum as JSON writes them, or the kind of value. */
    private static String legal(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            return type == double.class || type == int.class || Number.class.isAssignableFrom(type)
                    ? "a number"
                    : type == boolean.class || type == Boolean.class ? "true or false" : "text";
        }
        return Arrays.stream(constants)
                .map(constant -> mapper().valueToTree(constant).toString())
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String place(InvalidFormatException e) {
        return e.getPath().stream()
                .map(reference ->
                        reference.getPropertyName() == null ? "" + reference.getIndex() : reference.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .build();
    }
}
