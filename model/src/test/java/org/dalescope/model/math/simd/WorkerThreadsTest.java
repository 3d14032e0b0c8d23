package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks are shared out, each once; results, failures and interrupts reach the caller. */
@Timeout(30)
class WorkerThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void everyTaskRunsOnce(int threads) {
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            for (int tasks : new int[] {0, 1, 7, 8, 9, 1000}) {
                AtomicIntegerArray runs = new AtomicIntegerArray(1000);
                workers.run(tasks, runs::incrementAndGet);
                for (int i = 0; i < runs.length(); i++) {
                    assertEquals(i < tasks ? 1 : 0, runs.get(i), "task " + i + " of " + tasks);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void resultsComeInTheOrderOfTheirTasks(int threads) {
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            assertEquals(squares(60), workers.map(60, i -> {
                LockSupport.parkNanos((60 - i) * 20_000L);
                return i * i;
            }));
        }
    }

    @Test
    void aFailureIsThrownOnlyAfterTheOthersHaveEnded() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        RuntimeException failure = new IllegalStateException("as planned");
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            RuntimeException thrown = assertThrows(
                    RuntimeException.class,
                    () -> workers.run(2, i -> {
                        if (i == 0) {
                            await(started);
                            throw failure;
                        }
                        started.countDown();
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                        ended.set(true);
                    }));
            assertSame(failure, thrown);
            assertTrue(ended.get(), "the other task still ran");
            assertEquals(squares(20), workers.map(20, i -> i * i), "they can be used again");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void afterAFailureNothingNewIsBegun(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(100_000);
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            Error failure = new AssertionError("as planned");
            assertSame(
                    failure,
                    assertThrows(
                            Error.class,
                            () -> workers.run(runs.length(), i -> {
                                runs.incrementAndGet(i);
                                if (i == 10) {
                                    throw failure;
                                }
                                LockSupport.parkNanos(1000);
                            })));
        }
        long begun =
                IntStream.range(0, runs.length()).filter(i -> runs.get(i) > 0).count();
        assertTrue(threads == 1 ? begun == 11 : begun < runs.length(), begun + " tasks begun");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void twoThreadsMayUseThemAtOnce(int threads) throws Exception {
        try (WorkerThreads workers = WorkerThreads.of(threads);
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = IntStream.range(0, 2)
                    .mapToObj(caller -> callers.submit(
                            () -> IntStream.range(0, 500).allMatch(round -> workers.map(13 + caller, i -> i * i)
                                    .equals(squares(13 + caller)))))
                    .toList();
            for (Future<Boolean> one : both) {
                assertTrue(one.get());
            }
        }
    }

    @Test
    void anInterruptWaitsUntilTheTasksAreDone() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        try (WorkerThreads workers = WorkerThreads.of(2)) {
            workers.run(2, i -> {
                if (Thread.currentThread().equals(caller)) {
                    await(started);
                    caller.interrupt();
                } else {
                    started.countDown();
                    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    ended.set(true);
                }
            });
        }
        assertTrue(Thread.interrupted(), "the interrupt is kept");
        assertTrue(ended.get(), "the other task still ran");
    }

    private static List<Integer> squares(int count) {
        return IntStream.range(0, count).mapToObj(i -> i * i).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
