package org.dalescope.app.ui.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.settings.DataSettings;

/**
 * Keeps the report on the open session up to date with the settings. Reports are computed on a background thread, and
 * only the newest settings count. For the window's thread only.
 */
public final class SessionCheck {
    private final ReadOnlyObjectWrapper<Optional<CheckedSession>> checked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LatestTask work;
    private Optional<Wanted> wanted = Optional.empty();

    private record Wanted(OpenSession open, DataSettings settings) {
        boolean hasSameInputs(Wanted other) {
            return open.equals(other.open)
                    && settings.curation().equals(other.settings.curation())
                    && settings.maskOrigin() == other.settings.maskOrigin();
        }
    }

    /**
     * A check without a session.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     * @param failed receives every failure
     */
    public SessionCheck(Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.work = new LatestTask(elsewhere, window, failed);
    }

    /** The newest report. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /**
     * Requests a report.
     *
     * @param settings the settings; empty while one of them is not valid, and then the report stays unchanged
     */
    public void follow(Optional<OpenSession> open, Optional<DataSettings> settings) {
        boolean isAnother = !checked.get().map(CheckedSession::open).equals(open);
        if (open.isEmpty() || (settings.isEmpty() && isAnother)) {
            wanted = Optional.empty();
            show(open.map(CheckedSession::whole));
        }
        if (open.isEmpty() || settings.isEmpty()) {
            return;
        }
        Wanted now = new Wanted(open.get(), settings.get());
        if (wanted.filter(now::hasSameInputs).isPresent()) {
            return;
        }
        wanted = Optional.of(now);
        if (CheckedSession.isUnchanged(now.open(), now.settings())) {
            show(open.map(CheckedSession::whole));
            return;
        }
        if (isAnother) {
            checked.set(open.map(CheckedSession::pending));
        }
        work.submit(
                () -> CheckedSession.of(now.open(), now.settings()),
                wrong -> CheckedSession.failed(now.open(), wrong),
                made -> checked.set(Optional.of(made)));
    }

    /** Shows a result that needs no report and cancels a report that is still being computed. */
    private void show(Optional<CheckedSession> newest) {
        work.none();
        checked.set(newest);
    }
}
