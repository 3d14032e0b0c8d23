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

/** The message service: safe from any thread, never modal, and it says the same failure only once at a time. */
public final class Notifications {
    private final ReadOnlyObjectWrapper<Optional<Notification>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** How many messages are remembered. */
    static final int REMEMBERED = 20;

    private final ObservableList<PastNotification> past = FXCollections.observableArrayList();
    private final BooleanProperty unfolded = new SimpleBooleanProperty(false);
    private final Executor window;
    private final Clock clock;

    /**
     * A service.
     *
     * @param window runs work on the thread that owns the window
     */
    public Notifications(Executor window) {
        this(window, Clock.system(ZoneId.systemDefault()));
    }

    Notifications(Executor window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** The message on show. */
    public ReadOnlyObjectProperty<Optional<Notification>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The newest messages, the last one first, also those that were closed; a repeated one stands once, at its last time. */
    public ObservableList<PastNotification> past() {
        return past;
    }

    /** Whether the earlier messages are on show below the newest. */
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    public void show(Notification notice) {
        window.execute(() -> {
            remember(notice);
            shown.set(Optional.of(notice));
        });
    }

    /** Shows information. Information that is already shown stays before it, so that the remedies of both can be used. */
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

    /** Shows the newest message again, with those before it. */
    public void recall() {
        window.execute(() -> {
            Notification newest = past.isEmpty()
                    ? Notification.information("There was no message since the window opened.")
                    : past.getFirst().notice();
            unfolded.set(true);
            shown.set(Optional.of(newest));
        });
    }

    private void remember(Notification notice) {
        if (!past.isEmpty() && past.getFirst().notice().saysTheSame(notice)) {
            past.removeFirst();
        }
        past.addFirst(new PastNotification(LocalTime.now(clock), notice));
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
    }

    /** Shows an error's sentence as it is, and anything else as a failure with a report; of what was cancelled nothing is shown. */
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

    /** Takes off what another beginning makes old news; a failure stays until the person has closed it. */
    public void dismissOld() {
        window.execute(() -> shown.get()
                .filter(notice -> notice.kind() != Notification.Kind.FAILURE)
                .ifPresent(notice -> shown.set(Optional.empty())));
    }

    /** A report goes to strangers: of files only the names stay, not where they lie or whose they are. */
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
                "Something went wrong that should not (%s): copy the report and send it to the developers."
                        .formatted(what.lines().findFirst().orElse("")),
                report);
    }
}
