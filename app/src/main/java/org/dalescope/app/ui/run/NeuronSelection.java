package org.dalescope.app.ui.run;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The neuron that is selected in the shown run and the pinned neurons, by id; all views of the run share them. */
public final class NeuronSelection {
    private final ObjectProperty<Optional<Integer>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableSet<Integer> pinned = FXCollections.observableSet();

    public ObjectProperty<Optional<Integer>> chosenProperty() {
        return chosen;
    }

    public void choose(int id) {
        chosen.set(Optional.of(id));
    }

    /** Selects the neuron with a name such as "n3"; does nothing for the name of anything else. */
    public void chooseNamed(String name) {
        if (name.matches("n\\d+")) {
            choose(Integer.parseInt(name.substring(1)));
        }
    }

    /** The ids of the pinned neurons, which are shown regardless of their score. */
    public ObservableSet<Integer> pinned() {
        return pinned;
    }

    public boolean isPinned(int id) {
        return pinned.contains(id);
    }

    /** Pins or unpins a neuron. */
    public void pin(int id) {
        if (!pinned.remove(id)) {
            pinned.add(id);
        }
    }
}
