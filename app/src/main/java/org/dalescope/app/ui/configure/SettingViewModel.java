package org.dalescope.app.ui.configure;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.schema.SettingDescription;

/** One setting as the form holds it: the text, whether it is legal, and whether it differs from the preset. */
public final class SettingViewModel {
    private final SettingDescription description;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty preset = new SimpleStringProperty("");
    private final StringBinding error = Bindings.createStringBinding(this::check, text);
    private final BooleanBinding changed = Bindings.createBooleanBinding(this::differs, text, preset);

    private final StringProperty conflict = new SimpleStringProperty("");
    /** A field, because JavaFX holds bindings weakly: one that only its listeners know is collected as garbage. */
    private final StringBinding wrong;

    SettingViewModel(SettingDescription description) {
        this.description = description;
        this.wrong = Bindings.createStringBinding(
                () -> error.get().isEmpty() ? conflict.get() : error.get(), error, conflict);
    }

    public SettingDescription description() {
        return description;
    }

    /** What the person wrote. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the preset says. */
    public StringProperty presetProperty() {
        return preset;
    }

    /** The refusal's sentence; empty where the text is legal. */
    public StringBinding error() {
        return error;
    }

    /** Why a fit would be refused, in a sentence that names this setting; empty where none does. */
    public StringProperty conflictProperty() {
        return conflict;
    }

    /** What is wrong with the setting by itself, or else with others; empty where nothing is. */
    public StringBinding wrong() {
        return wrong;
    }

    public BooleanBinding changed() {
        return changed;
    }

    /** Whether the filter's words are all found in label, key, section or help. */
    public boolean matches(String filter) {
        String all = (description.label() + " " + description.key() + " " + description.section() + " "
                        + description.help())
                .toLowerCase(java.util.Locale.ROOT);
        return java.util.Arrays.stream(
                        filter.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(all::contains);
    }

    /** Takes a preset's value. A setting that belongs to the session, such as its cell types, keeps its own. */
    void showPreset(Object value) {
        boolean isOwn = description.ofSession() && changed.get();
        preset.set(description.format(value));
        if (!isOwn) {
            text.set(preset.get());
        }
    }

    /** Back to the preset. */
    public void reset() {
        text.set(preset.get());
    }

    private String check() {
        try {
            description.parse(text.get());
            return "";
        } catch (InputError refusal) {
            return refusal.sentence();
        }
    }

    private boolean differs() {
        if (!check().isEmpty()) {
            return true;
        }
        return !description.parse(text.get()).equals(description.parse(preset.get()));
    }
}
