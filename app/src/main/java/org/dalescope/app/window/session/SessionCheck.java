package org.dalescope.app.window.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dalescope.model.configuration.DataSettings;

/**
 * Keeps the report on the open session as the settings would fit it. One report is made at a time, away from the window's thread,
 * and the newest settings count. Window's thread only.
 */
public final class SessionCheck {
    private final ReadOnlyObjectWrapper<Optional<CheckedSession>> checked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private Optional<Wanted> wanted = Optional.empty();
    private boolean isBusy;

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
        this.elsewhere = elsewhere;
        this.window = window;
        this.failed = failed;
    }

    /** The newest report. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checked() {
        return checked.getReadOnlyProperty();
    }

    /**
     * Wants a report.
     *
     * @param settings empty while one of them is illegal: then the report stays as it is
     */
    public void follow(Optional<OpenSession> open, Optional<DataSettings> settings) {
        boolean isAnother = !checked.get().map(CheckedSession::open).equals(open);
        if (open.isEmpty()) {
            wanted = Optional.empty();
            checked.set(Optional.empty());
            return;
        }
        if (settings.isEmpty()) {
            if (isAnother) {
                wanted = Optional.empty();
                checked.set(open.map(CheckedSession::whole));
            }
            return;
        }
        Wanted now = new Wanted(open.get(), settings.get());
        if (wanted.filter(now::asksTheSameAs).isPresent()) {
            return;
        }
        wanted = Optional.of(now);
        if (CheckedSession.isAsInTheFile(now.open(), now.settings())) {
            checked.set(open.map(CheckedSession::whole));
            return;
        }
        if (isAnother) {
            checked.set(open.map(CheckedSession::pending));
        }
        make(now);
    }

    private void make(Wanted mine) {
        if (isBusy) {
            return;
        }
        isBusy = true;
        elsewhere.execute(() -> {
            try {
                CheckedSession made = CheckedSession.of(mine.open(), mine.settings());
                window.execute(() -> made(mine, made));
            } catch (RuntimeException | Error wrong) {
                window.execute(() -> {
                    failed.accept(wrong);
                    made(mine, CheckedSession.failed(mine.open(), wrong));
                });
            }
        });
    }

    private void made(Wanted mine, CheckedSession made) {
        isBusy = false;
        if (wanted.filter(mine::asksTheSameAs).isPresent()) {
            checked.set(Optional.of(made));
        } else {
            wanted.filter(now -> !CheckedSession.isAsInTheFile(now.open(), now.settings()))
                    .ifPresent(this::make);
        }
    }
}
