package org.dalescope.app.ui.task;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Work away from the window's thread, one piece at a time; of several pieces that are wanted meanwhile only the newest is done and
 * shown. Window's thread only.
 */
public final class LatestTask {
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private Optional<Piece<?>> wanted = Optional.empty();
    private boolean isBusy;

    /** Not a record: each piece is another one, whatever it holds. */
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

    /** Pictures, on a thread of their own; a failure goes to the thread's handler of uncaught exceptions. */
    public LatestTask() {
        this(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("pictures").daemon().factory()),
                Platform::runLater,
                LatestTask::uncaught);
    }

    /**
     * Work on other threads.
     *
     * @param elsewhere runs work on a thread of its own
     * @param window runs work on the window's thread
     * @param failed told on the window's thread of everything that goes wrong
     */
    public LatestTask(Executor elsewhere, Executor window, Consumer<Throwable> failed) {
        this.elsewhere = elsewhere;
        this.window = window;
        this.failed = failed;
    }

    /**
     * Asks for work.
     *
     * @param work done elsewhere, on values that do not change
     * @param done given the result, unless something newer was asked for
     */
    public <T> void submit(Supplier<T> work, Consumer<T> done) {
        submit(new Piece<>(work, done, wrong -> Optional.empty()));
    }

    /**
     * Asks for work that has a result in any case.
     *
     * @param otherwise the result where the work fails
     */
    public <T> void submit(Supplier<T> work, Function<Throwable, T> otherwise, Consumer<T> done) {
        submit(new Piece<>(work, done, wrong -> Optional.of(otherwise.apply(wrong))));
    }

    /** Nothing that was asked for is wanted any more. */
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
