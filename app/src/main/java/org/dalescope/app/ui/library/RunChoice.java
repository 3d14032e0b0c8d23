package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs that the user chose in the library's list: the shown one, those to compare, and the one to draw as a ghost
 * behind the shown run. For the window's thread only.
 */
public final class RunChoice {
    private final ObservableList<Path> compared = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Path>> shown = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Path>> removed = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Path>> ghost = new SimpleObjectProperty<>(Optional.empty());

    /** The run that all views show. */
    public ObjectProperty<Optional<Path>> shownProperty() {
        return shown;
    }

    /** The folders of the runs to compare, in the order in which they were chosen. */
    public ObservableList<Path> compared() {
        return compared;
    }

    /** The run that is drawn behind the shown one. */
    public ObjectProperty<Optional<Path>> ghostProperty() {
        return ghost;
    }

    /** Adds runs that are not chosen yet. */
    public void add(Collection<Path> runs) {
        List<Path> more =
                runs.stream().filter(run -> !compared.contains(run)).distinct().toList();
        compared.addAll(more);
    }

    /** The runs that were deleted last. */
    public ObjectProperty<List<Path>> removed() {
        return removed;
    }

    /** Removes deleted runs from both choices. */
    public void remove(Collection<Path> runs) {
        removed.set(List.copyOf(runs));
        compared.removeAll(runs);
        if (ghost.get().filter(runs::contains).isPresent()) {
            ghost.set(Optional.empty());
        }
    }
}
