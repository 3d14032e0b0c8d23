package org.dalescope.app.ui.task;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Runs background work of the window one piece at a time; of several pieces that are requested in the meantime, only
 * the newest is run and delivered. For the window's thread only.
 */
public final class LatestTask {
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private Optional<Piece<?>> wanted = Optional.empty();
    private boolean isBusy;

    /** Not a record: two pieces with the same content are different. */
    private static final class Piece<T> {
        private final Supplier<T> work;
        private final Consumer<T> done;
        private final Function<Throwable, Optional<T>> otherwise;

        Piece(Supplier<T> work, Consumer<T> done, Function<Throwable, Optional<T>> otherwise) {
            this.work = work;
            this.done = done;
            this.otherwise = otherwise;
        }
    }

    /** A task for drawing on its own thread; a failure goes to the thread's handler of uncaught exceptions. */
    public LatestTask() {
        this(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("pictures").daemon().factory()),
                Platform::runLater,
                LatestTask::uncaught);
    }

    /**
     * A task that uses the given executors.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     * @param failed receives every failure on the window's thread
     */
    public LatestTask(Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.elsewhere = elsewhere;
        this.window = window;
        this.failed = failed;
    }

    /**
     * Requests work.
     *
     * @param work runs in the background on values that do not change
     * @param done receives the result, unless newer work was requested
     */
    public <T> void submit(Supplier<T> work, Consumer<T> done) {
        submit(new Piece<>(work, done, wrong -> Optional.empty()));
    }

    /**
     * Requests work that has a result in any case.
     *
     * @param otherwise the result if the work fails
     */
    public <T> void submit(Supplier<T> work, Function<Throwable, T> otherwise, Consumer<T> done) {
        submit(new Piece<>(work, done, wrong -> Optional.of(otherwise.apply(wrong))));
    }

    /** Cancels all requested work. */
    public void none() {
        wanted = Optional.empty();
    }

    private void submit(Piece<?> piece) {
        wanted = Optional.of(piece);
        start();
    }

    private void start() {
        if (!isBusy && wanted.isPresent()) {
            isBusy = true;
            compute(wanted.get());
        }
    }

    private <T> void compute(Piece<T> mine) {
        elsewhere.execute(() -> {
            try {
                T result = mine.work.get();
                window.execute(() -> end(mine, Optional.of(result)));
            } catch (RuntimeException | Error wrong) {
                window.execute(() -> {
                    failed.accept(wrong);
                    end(mine, mine.otherwise.apply(wrong));
                });
            }
        });
    }

    private <T> void end(Piece<T> mine, Optional<T> result) {
        isBusy = false;
        if (wanted.filter(mine::equals).isPresent()) {
            wanted = Optional.empty();
            result.ifPresent(mine.done);
        } else {
            start();
        }
    }

    private static void uncaught(Throwable wrong) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, wrong);
    }
}
