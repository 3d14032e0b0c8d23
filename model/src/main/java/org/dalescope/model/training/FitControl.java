package org.dalescope.model.training;

/**
 * Stops or pauses the trainer of a fit from another thread. A fit stops after its current step and pauses after its
 * current epoch.
 */
public final class FitControl {
    private boolean raised;
    private boolean paused;
    private int resting;

    /** Requests a stop; a paused fit stops too. */
    public synchronized void raise() {
        raised = true;
        notifyAll();
    }

    public synchronized boolean isRaised() {
        return raised;
    }

    /** Requests a pause, or ends it. */
    public synchronized void pause(boolean rest) {
        paused = rest;
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused && !raised;
    }

    /** Whether a fit is paused now. One more epoch may end between the request and the pause. */
    public synchronized boolean isAnyFitPaused() {
        return pausedFits() > 0;
    }

    /** The number of fits that are paused now; 0 if no pause is requested. */
    public synchronized int pausedFits() {
        return isPaused() ? resting : 0;
    }

    /**
     * Waits as long as a pause is requested; the fit calls this between epochs. Returns the nanoseconds that passed.
     */
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
