package org.dalescope.model.settings.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;

/**
 * The schema of a tree of records: all its settings, read from the annotations, with the conversion between a record
 * and its values by key.
 *
 * @param <T> the outermost record
 */
public final class SettingsSchema<T extends Record> {
    private final Class<T> type;
    private final Map<String, SettingDescription> byKey = new LinkedHashMap<>();

    public SettingsSchema(Class<T> type) {
        this.type = type;
        collect(type, "", "", "");
    }

    /** Every setting in the order of the records. */
    public List<SettingDescription> settings() {
        return List.copyOf(byKey.values());
    }

    /**
     * The setting with this key.
     *
     * @throws InputError if there is no such setting, with the nearest key
     */
    public SettingDescription setting(String key) {
        SettingDescription found = byKey.get(key);
        if (found == null) {
            throw new InputError("There is no setting '" + key + "'. The nearest is '"
                    + NearestName.to(key, byKey.keySet()) + "'. 'dalescope fit --help-settings' lists all settings.");
        }
        return found;
    }

    /** The record with every setting at its default. */
    public T defaults() {
        Map<String, Object> values = new LinkedHashMap<>();
        byKey.forEach((key, setting) -> values.put(key, setting.parse(setting.defaultText())));
        return record(values);
    }

    /** The record's values by dotted key. */
    public Map<String, Object> values(T record) {
        Map<String, Object> values = new LinkedHashMap<>();
        read(record, "", values);
        return values;
    }

    /** The values by key, as they are written on the command line. */
    public Map<String, String> texts(T record) {
        Map<String, String> texts = new LinkedHashMap<>();
        values(record).forEach((key, value) -> texts.put(key, setting(key).format(value)));
        return texts;
    }

    /** The record with one setting changed, its value written as on the command line. */
    public T with(T record, String key, String text) {
        return with(record, Map.of(key, text));
    }

    /** The record with some settings changed, their values written as on the command line. */
    public T with(T record, Map<String, String> texts) {
        Map<String, Object> values = values(record);
        texts.forEach((key, text) -> values.put(key, setting(key).parse(text)));
        return record(values);
    }

    /** The record that has these values; every key must be present. */
    public T record(Map<String, Object> values) {
        return build(type, "", values);
    }

    private void collect(Class<?> recordType, String prefix, String section, String sectionHelp) {
        for (RecordComponent component : recordType.getRecordComponents()) {
            String key = prefix + SnakeCaseNames.of(component.getName());
            SettingsSection group = component.getAnnotation(SettingsSection.class);
            if (group != null) {
                String heading = section.isEmpty() ? group.label() : section + " / " + group.label();
                collect(component.getType(), key + ".", heading, group.help());
            } else {
                Setting setting =
                        Objects.requireNonNull(component.getAnnotation(Setting.class), () -> "no @Setting on " + key);
                byKey.put(key, describe(key, section, sectionHelp, setting, component.getType()));
            }
        }
    }

    private static SettingDescription describe(
            String key, String section, String sectionHelp, Setting setting, Class<?> javaType) {
        return new SettingDescription(
                key,
                section,
                sectionHelp,
                setting.label(),
                setting.unit(),
                setting.help(),
                setting.value(),
                setting.min(),
                setting.max(),
                setting.above(),
                setting.ofSession(),
                Arrays.stream(setting.noEffect()).map(NoEffectCondition::parse).toList(),
                setting.unlessSplitGiven(),
                typeOf(javaType),
                javaType);
    }

    private static SettingType typeOf(Class<?> javaType) {
        if (javaType == int.class) {
            return new SettingType.Whole();
        }
        if (javaType == double.class) {
            return new SettingType.Real();
        }
        if (javaType == boolean.class) {
            return new SettingType.OnOff();
        }
        if (javaType == String.class) {
            return new SettingType.Words();
        }
        return new SettingType.Choice(Arrays.stream(javaType.getEnumConstants())
                .map(constant -> SettingDescription.choiceName((Enum<?>) constant))
                .toList());
    }

    private static void read(Record record, String prefix, Map<String, Object> into) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String key = prefix + SnakeCaseNames.of(component.getName());
            Object value = invoke(component, record);
            if (value instanceof Record nested) {
                read(nested, key + ".", into);
            } else {
                into.put(key, value);
            }
        }
    }

    private static Object invoke(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static <R> R build(Class<R> recordType, String prefix, Map<String, Object> values) {
        RecordComponent[] components = recordType.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String key = prefix + SnakeCaseNames.of(components[i].getName());
            arguments.add(
                    types[i].isRecord()
                            ? build(types[i], key + ".", values)
                            : Objects.requireNonNull(values.get(key), () -> "no value for " + key));
        }
        try {
            return recordType.getDeclaredConstructor(types).newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof InputError refusal ? refusal : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
