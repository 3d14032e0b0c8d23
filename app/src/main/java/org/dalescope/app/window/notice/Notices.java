package org.dalescope.app.window.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dalescope.model.Refusal;
import org.dalescope.model.run.FitRun;

/** The message service: safe from any thread, never modal, and it says the same failure only once at a time. */
public final class Notices {
    private final ReadOnlyObjectWrapper<Optional<Notice>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Executor window;

    /**
     * A service.
     *
     * @param window runs work on the thread that owns the window
     */
    public Notices(Executor window) {
        this.window = window;
    }

    /** The message on show. */
    public ReadOnlyObjectProperty<Optional<Notice>> shown() {
        return shown.getReadOnlyProperty();
    }

    public void show(Notice notice) {
        window.execute(() -> shown.set(Optional.of(notice)));
    }

    /** Shows a refusal's sentence as it is, and anything else as a failure with a report. */
    public void show(Throwable thrown) {
        show(
                thrown instanceof Refusal refusal
                        ? new Notice(Notice.Kind.REFUSAL, refusal.sentence(), "")
                        : failure(thrown));
    }

    public void dismiss() {
        window.execute(() -> shown.set(Optional.empty()));
    }

    /** Takes a message off only where it is still this one. */
    public void dismissIf(Predicate<Notice> which) {
        window.execute(() -> shown.get().filter(which).ifPresent(notice -> shown.set(Optional.empty())));
    }

    /** A report goes to strangers: of files only the names stay, not where they lie or whose they are. */
    static String withoutPlaces(String report) {
        return report.replaceAll("(?<=^|[\\s'\"(=])(?:/|[A-Za-z]:[/\\\\])(?:[^\\s'\":/\\\\]+[/\\\\])+", ".../");
    }

    private static Notice failure(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        String report = "Dalescope " + FitRun.VERSION + ", Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n"
                + withoutPlaces(trace.toString());
        String what = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return new Notice(
                Notice.Kind.FAILURE,
                "Something went wrong that should not ("
                        + what.lines().findFirst().orElse("") + "): copy the report and send"
                        + " it to the developers.",
                report);
    }
}
