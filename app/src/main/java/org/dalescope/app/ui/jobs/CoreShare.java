package org.dalescope.app.ui.jobs;

/** How much of the machine work in the background gets. */
public final class CoreShare {
    private CoreShare() {}

    /** One core stays with the window: on a busy machine a fit on all cores is slower than on one less. */
    public static int forWork() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
