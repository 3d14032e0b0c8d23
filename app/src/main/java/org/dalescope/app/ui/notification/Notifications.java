package org.dalescope.app.ui.notification;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.common.UserError;

/**
 * The message service of the window. It can be used from any thread, is never modal, and shows the same error only once
 * at a time.
 */
public final class Notifications {
    private final ReadOnlyObjectWrapper<Optional<Notification>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** The number of messages that are remembered. */
    static final int REMEMBERED = 20;

    private final ObservableList<PastNotification> past = FXCollections.observableArrayList();
    private final BooleanProperty unfolded = new SimpleBooleanProperty(false);
    private final Executor window;
    private final Clock clock;

    /**
     * A message service.
     *
     * @param window runs work on the window's thread
     */
    public Notifications(Executor window) {
        this(window, Clock.system(ZoneId.systemDefault()));
    }

    Notifications(Executor window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** The shown message. */
    public ReadOnlyObjectProperty<Optional<Notification>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * The newest messages, the last one first, including closed ones; a repeated message is listed once, at its last
     * time.
     */
    public ObservableList<PastNotification> past() {
        return past;
    }

    /** Whether the earlier messages are shown below the newest. */
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    public void show(Notification notice) {
        window.execute(() -> {
            remember(notice);
            shown.set(Optional.of(notice));
        });
    }

    /**
     * Shows information. Information that is already shown stays in front of it, so that the remedies of both remain
     * available.
     */
    public void showAlso(Notification more) {
        window.execute(() -> {
            Optional<Notification> before =
                    shown.get().filter(notice -> notice.kind() == Notification.Kind.INFORMATION);
            Notification both = before.map(notice -> notice.and(more)).orElse(more);
            if (before.isPresent()
                    && !past.isEmpty()
                    && past.getFirst().notice().equals(before.get())) {
                past.removeFirst();
            }
            remember(both);
            shown.set(Optional.of(both));
        });
    }

    /** Shows the newest message again, with the earlier messages. */
    public void showLatest() {
        window.execute(() -> {
            Notification newest = past.isEmpty()
                    ? Notification.information("There has been no message since the window opened.")
                    : past.getFirst().notice();
            unfolded.set(true);
            shown.set(Optional.of(newest));
        });
    }

    private void remember(Notification notice) {
        if (!past.isEmpty() && past.getFirst().notice().hasSameText(notice)) {
            past.removeFirst();
        }
        past.addFirst(new PastNotification(LocalTime.now(clock), notice));
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
    }

    /**
     * Shows the sentence of an input error as it is, and any other exception as a failure with a report. A cancellation
     * shows nothing.
     */
    public void show(Throwable thrown) {
        if (thrown instanceof CancelledException) {
            return;
        }
        show(
                thrown instanceof UserError refusal
                        ? new Notification(Notification.Kind.REFUSAL, refusal.sentence(), "")
                        : failure(thrown));
    }

    public void dismiss() {
        window.execute(() -> shown.set(Optional.empty()));
    }

    /**
     * Removes messages that are outdated when the user starts something else; a failure stays until the user closes it.
     */
    public void dismissOld() {
        window.execute(() -> shown.get()
                .filter(notice -> notice.kind() != Notification.Kind.FAILURE)
                .ifPresent(notice -> shown.set(Optional.empty())));
    }

    /** Removes folders from a report, because it is sent to other people: only file names stay. */
    static String withoutPlaces(String report) {
        return report.replaceAll("(?<=^|[\\s'\"(=])(?:/|[A-Za-z]:[/\\\\])(?:[^\\s'\":/\\\\]+[/\\\\])+", ".../");
    }

    private static Notification failure(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        String report = "Dalescope " + ProgramVersion.CURRENT + ", Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n"
                + withoutPlaces(trace.toString());
        String what = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return new Notification(
                Notification.Kind.FAILURE,
                "An unexpected error occurred (%s): copy the report and send it to the developers."
                        .formatted(what.lines().findFirst().orElse("")),
                report);
    }
}
