package org.dalescope.model.settings.schema;

import java.util.List;

/** The type of values in the description of a setting. */
public sealed interface SettingType {
    /** Whole numbers. */
    record Whole() implements SettingType {}

    /** Real numbers. */
    record Real() implements SettingType {}

    /** on or off. */
    record OnOff() implements SettingType {}

    /** One of a few named choices. */
    record Choice(List<String> names) implements SettingType {}

    /** Words, such as names of the session's factors; the code that uses them checks them. */
    record Words() implements SettingType {}
}
