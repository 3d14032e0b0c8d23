package org.dalescope.app.ui.jobs;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Something long that the window does, as its bar at the bottom shows it. */
public interface BackgroundWork {
    ReadOnlyBooleanProperty runningProperty();

    /** Whether it was asked to stop and has not yet. */
    ReadOnlyBooleanProperty stoppingProperty();

    /** From 0 to 1; negative while unknown. */
    ReadOnlyDoubleProperty progressProperty();

    ReadOnlyStringProperty titleProperty();

    /** How far it is, and the time left. */
    ReadOnlyStringProperty detailProperty();

    /** Engine and speed. */
    ReadOnlyStringProperty machineProperty();

    /** Asks it to stop; what it has so far is kept. */
    void stop();

    /** Whether it rests; empty where it cannot. */
    default Optional<BooleanProperty> paused() {
        return Optional.empty();
    }

    /** What the button that stops it says. */
    String stopWords();
}
