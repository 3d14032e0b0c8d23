package org.dalescope.app.ui.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dalescope.app.ui.jobs.BackgroundWork;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;

/**
 * Opens session files away from the window's thread, with progress, until cancelled. The newest wish counts: it cancels the
 * one before, whose answer is never heard of. Window's thread only.
 */
public final class SessionOpening implements BackgroundWork {
    /** What is over sooner needs no bar, which would only flicker. */
    private static final long QUIET_NS = 300_000_000L;

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");
    private final Executor elsewhere;
    private final Executor window;
    private Optional<Reading> newest = Optional.empty();

    /**
     * Nothing opens yet.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     */
    public SessionOpening(Executor elsewhere, Executor window) {
        this.elsewhere = elsewhere;
        this.window = window;
    }

    /** One reading, as its thread sees it. */
    private static final class Reading implements Progress {
        private final long begun = System.nanoTime();
        private volatile double share;
        private volatile boolean cancelled;

        @Override
        public void progress(double now) {
            share = now;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /**
     * Opens a file.
     *
     * @param mapping how to understand it; guessed where it is absent
     * @param done receives the session, unless something else was to be opened meanwhile; {@code failed} likewise
     */
    public void open(Path file, Optional<Mapping> mapping, Consumer<OpenSession> done, Consumer<Throwable> failed) {
        newest.ifPresent(before -> before.cancelled = true);
        Reading mine = new Reading();
        newest = Optional.of(mine);
        stopping.set(false);
        title.set("Opening %s".formatted(file.getFileName()));
        elsewhere.execute(() -> {
            try {
                OpenSession open = OpenSession.of(file, mapping, mine);
                window.execute(() -> opened(mine, open, done, failed));
            } catch (RuntimeException | Error wrong) {
                window.execute(() -> end(mine, wrong, failed));
            }
        });
    }

    /** Gives up what is being opened, of which nothing more is heard. */
    public void forget() {
        newest.ifPresent(before -> before.cancelled = true);
        newest = Optional.empty();
        pump();
    }

    /** Looks once at how far it is; called ten times a second. */
    public void pump() {
        Optional<Reading> slow = newest.filter(reading -> System.nanoTime() - reading.begun > QUIET_NS);
        running.set(slow.isPresent());
        slow.ifPresent(reading -> {
            progress.set(reading.share);
            detail.set(stopping.get() ? "cancelling" : String.format(Locale.ROOT, "%.0f %% read", 100 * reading.share));
        });
    }

    /** What was cancelled at the very end of its reading is not opened either. */
    private void opened(Reading mine, OpenSession open, Consumer<OpenSession> done, Consumer<Throwable> failed) {
        if (mine.cancelled) {
            end(mine, new CancelledException("cancelling"), failed);
        } else {
            end(mine, open, done);
        }
    }

    private <T> void end(Reading mine, T answer, Consumer<T> then) {
        if (newest.filter(mine::equals).isPresent()) {
            newest = Optional.empty();
            pump();
            then.accept(answer);
        }
    }

    @Override
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty machineProperty() {
        return machine.getReadOnlyProperty();
    }

    @Override
    public String stopWords() {
        return "Cancel";
    }

    @Override
    public void stop() {
        newest.ifPresent(reading -> {
            reading.cancelled = true;
            stopping.set(true);
        });
    }
}
