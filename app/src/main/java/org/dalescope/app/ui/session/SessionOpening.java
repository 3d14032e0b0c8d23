package org.dalescope.app.ui.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dalescope.app.ui.jobs.ShownWork;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;

/**
 * Opens the session that the session view shows, on a background thread with progress and cancellation. A new request
 * cancels the previous one, whose result is dropped. For the window's thread only.
 */
public final class SessionOpening extends ShownWork {
    /** The delay before the bar is shown, so that it does not flicker for short openings. */
    private static final long QUIET_NS = 300_000_000L;

    private final Executor elsewhere;
    private final Executor window;
    private Optional<Reading> newest = Optional.empty();

    /**
     * An opening service that is idle.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     */
    public SessionOpening(Executor elsewhere, Executor window) {
        super("");
        this.elsewhere = elsewhere;
        this.window = window;
    }

    /** The progress of one reading, as its thread sees it. */
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
     * @param mapping the mapping of the file; guessed if it is empty
     * @param done receives the session, unless another request came in the meantime; the same holds for {@code failed}
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

    /** Cancels the current opening and drops its result. */
    public void forget() {
        newest.ifPresent(before -> before.cancelled = true);
        newest = Optional.empty();
        pump();
    }

    /** Updates the progress; called ten times a second. */
    public void pump() {
        Optional<Reading> slow = newest.filter(reading -> System.nanoTime() - reading.begun > QUIET_NS);
        running.set(slow.isPresent());
        slow.ifPresent(reading -> {
            progress.set(reading.share);
            detail.set(stopping.get() ? "cancelling" : String.format(Locale.ROOT, "%.0f %% read", 100 * reading.share));
        });
    }

    /** Passes on an opened session, except if it was cancelled at the very end of the reading. */
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
