package org.dalescope.model.common;

/**
 * Receives the progress of any long work, such as reading a session or running an analysis, and says whether the user
 * cancelled it.
 */
public interface Progress {
    /** Ignores all progress and never cancels. */
    Progress SILENT = new Progress() {
        @Override
        public void progress(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Receives how much of the work is done, from 0 to 1. */
    void progress(double share);

    /** Whether the work should stop. */
    boolean isCancelled();

    /**
     * Reports progress.
     *
     * @throws CancelledException if the work should stop
     */
    default void at(double share) {
        if (isCancelled()) {
            throw new CancelledException(
                    "The work was cancelled before it was complete: start it again to see its result.");
        }
        progress(share);
    }

    /** The progress of a part of the work: its 0 to 1 become {@code from} to {@code to} of the whole. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void progress(double share) {
                whole.progress(from + (to - from) * share);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
