package org.dalescope.app.ui.jobs;

/** The number of CPU cores that the fits and suites in the background may use. */
public final class CoreShare {
    private CoreShare() {}

    /** One core is left for the window: on a busy machine a fit on all cores is slower than on one less. */
    public static int forWork() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
