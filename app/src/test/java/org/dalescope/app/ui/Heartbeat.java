package org.dalescope.app.ui;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Asks the window's thread every few milliseconds to answer, and keeps how long each answer took. */
final class Heartbeat {
    private static final long EVERY_MS = 4;
    private static final long LONG_MS = 80;
    private static final long PATIENCE_S = 60;
    private final ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> stacks = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("heartbeat").daemon().unstarted(this::beat);
    private volatile boolean over;

    Heartbeat() {
        thread.start();
    }

    private void beat() {
        try {
            while (!over) {
                long asked = System.nanoTime();
                CountDownLatch answered = new CountDownLatch(1);
                Platform.runLater(answered::countDown);
                if (!answered.await(LONG_MS, TimeUnit.MILLISECONDS)) {
                    stacks.add(windowStack());
                    if (!answered.await(PATIENCE_S, TimeUnit.SECONDS)) {
                        waits.add(Double.POSITIVE_INFINITY);
                        return;
                    }
                }
                waits.add((System.nanoTime() - asked) / 1e6);
                Thread.sleep(EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the window's thread does now. */
    private static String windowStack() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals("JavaFX Application Thread"))
                .flatMap(entry -> Arrays.stream(entry.getValue()))
                .limit(60)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    "));
    }

    /** What the window's thread did where an answer took long. */
    String stacks() {
        return String.join("\n--\n    ", stacks);
    }

    /** Asks no more. */
    void stop() throws InterruptedException {
        over = true;
        thread.join();
    }

    int beats() {
        return waits.size();
    }

    /** A share of the answers came within this time, ms; share 1 gives the longest wait. */
    double quantile(double share) {
        double[] sorted =
                waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    long longerThan(double ms) {
        return Arrays.stream(waits.stream().mapToDouble(Double::doubleValue).toArray())
                .filter(wait -> wait > ms)
                .count();
    }
}
