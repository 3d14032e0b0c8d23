package org.dalescope.model.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Threads that share out numbered tasks. Who runs a task is left to chance; what a task computes must depend on its number
 * alone, and whoever sums up the tasks' results does so in the order of their numbers.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    private Workers(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().name("recurrence-", 0).daemon().factory());
    }

    /** The calling thread and {@code threads - 1} others. */
    public static Workers of(int threads) {
        return new Workers(threads);
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0 .. tasks-1 and returns when all are done, also where one failed: nobody may give away memory in which
     * another still computes. A task must not call this on the same workers: it would wait for threads that wait for it.
     *
     * @throws RuntimeException the failure of the first task that failed
     */
    public void run(int tasks, IntConsumer task) {
        int helpers = Math.min(threads, tasks) - 1;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(Math.max(0, helpers));
        Runnable share = () -> {
            try {
                for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        for (int i = 0; i < helpers; i++) {
            others.execute(() -> {
                share.run();
                done.countDown();
            });
        }
        share.run();
        await(done);
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }

    /** Runs tasks 0 .. tasks-1 and gives their results in that order. */
    public <R> List<R> map(int tasks, IntFunction<R> task) {
        List<Optional<R>> results = new ArrayList<>(Collections.nCopies(tasks, Optional.<R>empty()));
        run(tasks, i -> {
            Optional<R> result = Optional.of(task.apply(i));
            synchronized (results) {
                results.set(i, result);
            }
        });
        return results.stream().map(Optional::orElseThrow).toList();
    }

    /** An interrupt is kept for later: the helpers hold the caller's arrays until they are done. */
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
