package org.dalescope.model.common;

/** Whoever waits for an analysis. */
public interface AnalysisProgress {
    /** Waits without a word. */
    AnalysisProgress SILENT = new AnalysisProgress() {
        @Override
        public void progress(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Told now and then how much is done, from 0 to 1. */
    void progress(double share);

    /** Asked now and then whether it is no longer wanted. */
    boolean isCancelled();

    /**
     * Tells how far the analysis is.
     *
     * @throws CancelledException where it is no longer wanted
     */
    default void at(double share) {
        if (isCancelled()) {
            throw new CancelledException("The analysis was cancelled: start it again to see its result.");
        }
        progress(share);
    }
}
