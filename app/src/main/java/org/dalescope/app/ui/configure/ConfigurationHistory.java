package org.dalescope.app.ui.configure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The undo and redo history of the configuration form. It compares the form periodically instead of listening to it, so
 * that a preset that changes forty settings is one step. Text typed into one field without a pause is also one step.
 */
public final class ConfigurationHistory {
    private static final int MOST_STEPS = 200;
    /** The number of comparisons without a change after which typing into the same field is a new step. */
    private static final int PAUSE = 10;

    private final ConfigurationViewModel model;
    private final Deque<ConfigurationState> before = new ArrayDeque<>();
    private final Deque<ConfigurationState> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(false);
    private ConfigurationState now;
    private Optional<Set<String>> lastChanged = Optional.empty();
    private int quiet;

    public ConfigurationHistory(ConfigurationViewModel model) {
        this.model = model;
        this.now = model.state();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Checks whether the form has changed; to be called ten times a second. */
    public void update() {
        ConfigurationState seen = model.state();
        if (seen.equals(now)) {
            quiet++;
            return;
        }
        Set<String> changed = changed(now, seen);
        boolean typing = changed.size() == 1 && quiet < PAUSE && lastChanged.equals(Optional.of(changed));
        if (!typing) {
            before.push(now);
            if (before.size() > MOST_STEPS) {
                before.removeLast();
            }
        }
        lastChanged = Optional.of(changed);
        now = seen;
        quiet = 0;
        after.clear();
        notifyListeners();
    }

    public void undo() {
        update();
        step(before, after);
    }

    public void redo() {
        update();
        step(after, before);
    }

    private void step(Deque<ConfigurationState> from, Deque<ConfigurationState> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(now);
        model.restore(from.pop());
        now = model.state();
        lastChanged = Optional.empty();
        notifyListeners();
    }

    private void notifyListeners() {
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
    }

    private static Set<String> changed(ConfigurationState a, ConfigurationState b) {
        Set<String> changed = new HashSet<>();
        Set<String> keys = new HashSet<>(a.texts().keySet());
        keys.addAll(b.texts().keySet());
        for (String key : keys) {
            if (!text(a.texts(), key).equals(text(b.texts(), key))) {
                changed.add(key);
            }
        }
        if (!a.preset().equals(b.preset())) {
            changed.add("preset");
        }
        if (!a.seed().equals(b.seed())) {
            changed.add("seed");
        }
        if (!(a.split() + a.splitFile()).equals(b.split() + b.splitFile())) {
            changed.add("split");
        }
        return changed;
    }

    private static Optional<String> text(Map<String, String> texts, String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
