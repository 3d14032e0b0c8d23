package org.dalescope.model.math.simd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Numbered tasks that several threads take one after the other; the thread that made this waits until all are done. */
final class TaskDispenser {
    private final int tasks;
    private final IntConsumer task;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    TaskDispenser(int tasks, IntConsumer task) {
        this.tasks = tasks;
        this.task = task;
    }

    /** Takes tasks as long as there are any; once one has failed those left count as done. */
    void work() {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
                if (failure.get() == null) {
                    task.accept(i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                if (done.incrementAndGet() == tasks) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }

    /**
     * Returns when every task has ended. An interrupt is kept for later: others hold the caller's arrays until they are done.
     *
     * @throws RuntimeException the failure of the first task that failed
     */
    void await() {
        long since = System.nanoTime();
        while (done.get() < tasks && System.nanoTime() - since < WorkerThreads.LOOK_OUT_NANOS) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        while (done.get() < tasks) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }
}
