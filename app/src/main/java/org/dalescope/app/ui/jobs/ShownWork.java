package org.dalescope.app.ui.jobs;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The properties that the job bar shows, which every kind of background work sets. */
public abstract class ShownWork implements BackgroundWork {
    protected final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    protected final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(false);
    protected final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    protected final ReadOnlyStringWrapper title;
    protected final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    protected final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");

    /**
     * Work that does not run.
     *
     * @param title the title until it starts
     */
    protected ShownWork(String title) {
        this.title = new ReadOnlyStringWrapper(title);
    }

    @Override
    public final ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyStringProperty machineProperty() {
        return machine.getReadOnlyProperty();
    }
}
