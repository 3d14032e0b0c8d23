package org.dalescope.model.common;

/** Receives the progress of long work, such as reading a session or an analysis, and says whether it is cancelled. */
public interface Progress {
    /** Shows nothing and never cancels. */
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
     * @throws CancelledException where the work should stop
     */
    default void at(double share) {
        if (isCancelled()) {
            throw new CancelledException("It was cancelled before its end: start it again to see its result.");
        }
        progress(share);
    }

    /** Progress of a part of the work, whose 0 to 1 are these shares of the whole. */
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
