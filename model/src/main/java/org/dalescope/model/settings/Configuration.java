package org.dalescope.model.settings;

import java.util.Map;
import org.dalescope.model.settings.schema.SettingsSchema;
import org.dalescope.model.settings.schema.SettingsSection;

/** The configuration of a fit: all its settings. A fit is a pure function of session, split, configuration and seed. */
public record Configuration(
        @SettingsSection(label = "Data", help = "Which parts of the session are used.")
        DataSettings data,

        @SettingsSection(label = "Network", help = "Excitatory-inhibitory recurrent network.")
        NetworkSettings network,

        @SettingsSection(label = "Losses", help = "What the fit minimises.")
        LossSettings loss,

        @SettingsSection(label = "Training", help = "How the fit minimises the loss.")
        TrainingSettings training) {

    /** The schema is read from the records once, because every form, file and command needs it. */
    private static final SettingsSchema<Configuration> SCHEMA = new SettingsSchema<>(Configuration.class);

    /** The descriptions of all settings. */
    public static SettingsSchema<Configuration> schema() {
        return SCHEMA;
    }

    /** Every setting at its default, which is the preset {@code default}. */
    public static Configuration defaults() {
        return schema().defaults();
    }

    /** This configuration with one setting changed, the value written as on the command line. */
    public Configuration with(String key, String value) {
        return schema().with(this, key, value);
    }

    /** This configuration with some settings changed. */
    public Configuration with(Map<String, String> values) {
        return schema().with(this, values);
    }
}
