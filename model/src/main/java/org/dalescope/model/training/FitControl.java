package org.dalescope.model.training;

/** What anyone may ask of a fit from another thread: to end after the step it is in, or to rest after the epoch it is in. */
public final class FitControl {
    private boolean raised;
    private boolean paused;
    private int resting;

    /** Asks for the end; a fit that rests ends too. */
    public synchronized void raise() {
        raised = true;
        notifyAll();
    }

    public synchronized boolean isRaised() {
        return raised;
    }

    /** Asks for a rest, or for its end. */
    public synchronized void pause(boolean rest) {
        paused = rest;
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused && !raised;
    }

    /** Whether a fit rests now. Between the request and the rest one more epoch may end. */
    public synchronized boolean isPausedNow() {
        return pausedFits() > 0;
    }

    /** How many fits rest now; 0 where no rest is asked for. */
    public synchronized int pausedFits() {
        return isPaused() ? resting : 0;
    }

    /** Rests for as long as that is asked for; called by the fit between epochs. Gives the nanoseconds that passed. */
    public synchronized long waitWhilePaused() {
        long begun = System.nanoTime();
        resting++;
        while (isPaused()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                raised = true;
            }
        }
        resting--;
        return System.nanoTime() - begun;
    }
}
