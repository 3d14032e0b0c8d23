package org.dalescope.model.math.simd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Worker threads that share the numbered tasks of numerical kernels, with a pool of large arrays that their work
 * reuses. Any thread may run any task: the result of a task must depend on its number alone, and callers must combine
 * results in the order of the numbers.
 *
 * <p>A training step consists of about a hundred short pieces of work in close succession, and waking a thread takes
 * longer than many of them. A thread without work therefore waits actively for a moment before it sleeps, and a thread
 * that wakes up wakes others.
 */
public final class WorkerThreads implements AutoCloseable {
    /** How long a thread without work waits actively before it sleeps. */
    static final long LOOK_OUT_NANOS = 50_000;

    private static final int WOKEN_BY_ONE = 2;

    private final int threads;
    private final DoubleArrayPool pool = new DoubleArrayPool();
    private final Queue<TaskDispenser> open = new ConcurrentLinkedQueue<>();
    private final List<Worker> others = new ArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;

    private WorkerThreads(int threads) {
        this.threads = threads;
        for (int i = 0; i < threads - 1; i++) {
            others.add(new Worker(i));
        }
    }

    /** The calling thread and {@code threads - 1} others, which start when there is work to share. */
    public static WorkerThreads of(int threads) {
        return new WorkerThreads(threads);
    }

    public int threads() {
        return threads;
    }

    /** Arrays for the work of these threads. */
    public DoubleArrayPool pool() {
        return pool;
    }

    /**
     * Runs tasks 0 .. tasks-1 and returns when all are done, even if one failed: no caller may release memory in which
     * another thread still computes. A task must not call this on the same workers: it would wait for threads that wait
     * for it.
     *
     * @throws RuntimeException if a task failed: the failure of the first one
     */
    public void run(int tasks, IntConsumer task) {
        TaskDispenser shared = new TaskDispenser(tasks, task);
        boolean alone = tasks < 2 || others.isEmpty();
        if (!alone) {
            open.add(shared);
            if (started.compareAndSet(false, true)) {
                others.forEach(other -> other.thread.start());
            }
            wake();
        }
        shared.work();
        if (!alone) {
            open.remove(shared);
        }
        shared.await();
    }

    /** Runs tasks 0 .. tasks-1 and returns their results in that order. */
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

    /** Wakes a few sleeping threads; they wake others as long as there is work. */
    private void wake() {
        int woken = 0;
        for (Worker other : others) {
            if (other.asleep) {
                other.asleep = false;
                LockSupport.unpark(other.thread);
                woken++;
                if (woken == WOKEN_BY_ONE) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        others.forEach(other -> LockSupport.unpark(other.thread));
    }

    /** One of the threads other than the caller. */
    private final class Worker {
        private final Thread thread;
        private volatile boolean asleep;

        Worker(int number) {
            this.thread =
                    Thread.ofPlatform().name("recurrence-" + number).daemon().unstarted(this::serve);
        }

        private void serve() {
            while (!closed) {
                TaskDispenser shared = open.peek();
                if (shared == null) {
                    shared = lookOut();
                }
                if (shared != null) {
                    shared.work();
                    open.remove(shared);
                }
            }
        }

        private @Nullable TaskDispenser lookOut() {
            long since = System.nanoTime();
            while (System.nanoTime() - since < LOOK_OUT_NANOS) {
                if (open.peek() != null || closed) {
                    return open.peek();
                }
                Thread.onSpinWait();
            }
            asleep = true;
            // A thread that adds work after this line sees that this thread sleeps; this thread sees work that was
            // added before.
            while (asleep && open.peek() == null && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            if (open.peek() != null) {
                wake();
            }
            return open.peek();
        }
    }
}
