package org.dalescope.model.math.simd;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Hands out the numbered tasks of a numerical kernel to the threads that share the work. The thread that creates the
 * dispenser waits until all tasks are done.
 */
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

    /** Runs tasks until none are left. After a failure, the remaining tasks count as done. */
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
     * Returns when every task has ended. An interrupt is kept for later, because other threads use the caller's arrays
     * until they are done.
     *
     * @throws RuntimeException if a task failed: the failure of the first one
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
