package org.dalescope.app.ui.jobs;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** A background job such as a fit or a suite, with the properties that the job bar shows. */
public interface BackgroundWork {
    ReadOnlyBooleanProperty runningProperty();

    /** Whether a stop was requested and has not happened yet. */
    ReadOnlyBooleanProperty stoppingProperty();

    /** The progress from 0 to 1; negative while it is unknown. */
    ReadOnlyDoubleProperty progressProperty();

    ReadOnlyStringProperty titleProperty();

    /** The progress as text, with the time left. */
    ReadOnlyStringProperty detailProperty();

    /** The engine and its speed as text. */
    ReadOnlyStringProperty machineProperty();

    /** Requests a stop; the results so far are kept. */
    void stop();

    /** Whether the work is paused; empty if it cannot be paused. */
    default Optional<BooleanProperty> paused() {
        return Optional.empty();
    }

    /** The label of the button that stops the work. */
    String stopWords();
}
