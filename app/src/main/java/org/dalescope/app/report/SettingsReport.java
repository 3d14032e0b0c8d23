package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.settings.schema.SettingDescription;

/**
 * The configuration section of a run's HTML report: the settings that differ from the preset, and a collapsible list of
 * all settings.
 */
final class SettingsReport {
    private SettingsReport() {}

    static void add(HtmlPage page, Configuration configuration, String presetName) {
        Optional<Preset> preset = Preset.find(presetName);
        Configuration base = preset.map(Preset::configuration).orElseGet(Configuration::defaults);
        String name = preset.isPresent() ? "preset " + presetName : "defaults";
        Map<String, Object> values = Configuration.schema().values(configuration);
        Map<String, Object> others = Configuration.schema().values(base);
        List<List<String>> changed = new ArrayList<>();
        List<List<String>> all = new ArrayList<>();
        for (SettingDescription setting : Configuration.schema().settings()) {
            String value = text(setting, values);
            String other = text(setting, others);
            all.add(List.of(setting.key(), value, setting.unit(), setting.label()));
            if (!value.equals(other)) {
                changed.add(List.of(setting.key(), value, other, setting.unit(), setting.label()));
            }
        }
        page.heading("Configuration");
        if (changed.isEmpty()) {
            page.paragraph("All settings are those of the " + name + ".");
        } else {
            page.table(List.of("setting", "value", "in the " + name, "unit", "meaning"), changed);
        }
        page.folded("All " + all.size() + " settings", List.of("setting", "value", "unit", "meaning"), all);
    }

    private static String text(SettingDescription setting, Map<String, Object> values) {
        return setting.format(values.getOrDefault(setting.key(), setting.defaultText()));
    }
}
