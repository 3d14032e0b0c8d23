package org.dalescope.app.ui.task;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;

/**
 * A timer for the periodic updates of the window: ten times a second while something runs or the user is active, and
 * once a second otherwise. It uses no animation, because an animation would make JavaFX draw frames although nothing
 * changes.
 */
public final class WindowTicker {
    private static final long BEAT_MS = 100;
    private static final int BEATS_AT_REST = 10;
    /** How long the window stays awake after the last input or change. */
    private static final long AWAKE_NS = TimeUnit.MILLISECONDS.toNanos(2_500);

    private final Executor window;
    private final Runnable tick;
    private final BooleanSupplier busy;
    private final AtomicBoolean waiting = new AtomicBoolean(false);
    private final Thread beats;
    private volatile long awakeUntil = System.nanoTime() + AWAKE_NS;
    private int skipped;

    /**
     * A timer that is not started yet.
     *
     * @param window runs work on the window's thread
     * @param tick called on the window's thread
     * @param busy whether something runs that the window follows; called on the window's thread
     */
    public WindowTicker(Executor window, Runnable tick, BooleanSupplier busy) {
        this.window = window;
        this.tick = tick;
        this.busy = busy;
        this.beats = Thread.ofPlatform().name("pump").daemon().unstarted(this::run);
    }

    public void start() {
        beats.start();
    }

    public void stop() {
        beats.interrupt();
    }

    /** Whether there was recent user input or a change. */
    public boolean isAwake() {
        return awakeUntil - System.nanoTime() > 0;
    }

    public void wake() {
        awakeUntil = System.nanoTime() + AWAKE_NS;
    }

    /** Wakes the window at every change of these observables. */
    public void wakeAt(Observable... changes) {
        for (Observable change : changes) {
            change.addListener(changed -> wake());
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BEAT_MS);
                tick();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        if (!isAwake() && ++skipped < BEATS_AT_REST) {
            return;
        }
        skipped = 0;
        // A blocked window gets one call, not all that it missed.
        if (waiting.compareAndSet(false, true)) {
            window.execute(this::call);
        }
    }

    private void call() {
        waiting.set(false);
        if (busy.getAsBoolean()) {
            wake();
        }
        tick.run();
    }
}
