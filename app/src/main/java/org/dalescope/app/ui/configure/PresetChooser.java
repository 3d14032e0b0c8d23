package org.dalescope.app.ui.configure;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.dalescope.model.settings.Preset;
import org.jspecify.annotations.Nullable;

/** A drop-down list that chooses the preset of the configuration form by name. */
public final class PresetChooser extends ComboBox<Preset> {
    public PresetChooser(ConfigurationViewModel model) {
        super(FXCollections.observableArrayList(model.presets()));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Preset preset) {
                return Optional.ofNullable(preset).map(Preset::name).orElse("");
            }

            @Override
            public Preset fromString(String name) {
                return Preset.named(name);
            }
        });
        valueProperty().bindBidirectional(model.presetProperty());
    }
}
