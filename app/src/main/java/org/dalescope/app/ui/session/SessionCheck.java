package org.dalescope.app.ui.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.settings.DataSettings;

/**
 * Keeps the report on the open session as the settings would fit it. Reports are made away from the window's thread, and the newest
 * settings count. Window's thread only.
 */
public final class SessionCheck {
    private final ReadOnlyObjectWrapper<Optional<CheckedSession>> checked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LatestTask work;
    private Optional<Wanted> wanted = Optional.empty();

    private record Wanted(OpenSession open, DataSettings settings) {
        boolean asksTheSameAs(Wanted other) {
            return open.equals(other.open)
                    && settings.curation().equals(other.settings.curation())
                    && settings.maskOrigin() == other.settings.maskOrigin();
        }
    }

    /**
     * No session yet.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     * @param failed receives what went wrong
     */
    public SessionCheck(Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.work = new LatestTask(elsewhere, window, failed);
    }

    /** The newest report. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /**
     * Wants a report.
     *
     * @param settings empty while one of them is illegal: then the report stays as it is
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
        if (wanted.filter(now::asksTheSameAs).isPresent()) {
            return;
        }
        wanted = Optional.of(now);
        if (CheckedSession.isAsInTheFile(now.open(), now.settings())) {
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

    /** Shows what needs no report; one that is still being made is not wanted any more. */
    private void show(Optional<CheckedSession> newest) {
        work.none();
        checked.set(newest);
    }
}
