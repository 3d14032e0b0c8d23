package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that the person chose: to compare, and to lie as a ghost behind the run on show. Window's thread only. */
public final class RunChoice {
    private final ObservableList<Path> compared = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Path>> ghost = new SimpleObjectProperty<>(Optional.empty());

    /** Folders of the runs to compare, in the order in which they were chosen. */
    public ObservableList<Path> compared() {
        return compared;
    }

    /** The run behind the one on show. */
    public ObjectProperty<Optional<Path>> ghostProperty() {
        return ghost;
    }

    /** Adds runs that are not there yet. */
    public void add(Collection<Path> runs) {
        List<Path> more =
                runs.stream().filter(run -> !compared.contains(run)).distinct().toList();
        compared.addAll(more);
    }

    /** Takes runs out of both. */
    public void remove(Collection<Path> runs) {
        compared.removeAll(runs);
        if (ghost.get().filter(runs::contains).isPresent()) {
            ghost.set(Optional.empty());
        }
    }
}
