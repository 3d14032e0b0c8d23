package org.dalescope.model.common;

/** Whoever waits for a session to open. */
public interface ReadingProgress {
    /** Waits without a word. */
    ReadingProgress SILENT = new ReadingProgress() {
        @Override
        public void progress(double share) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Told now and then how much has been read, from 0 to 1. */
    void progress(double share);

    /** Asked now and then whether reading is no longer wanted. */
    boolean isCancelled();

    /**
     * Tells how far the reading is.
     *
     * @throws CancelledException where it is no longer wanted
     */
    default void at(double share) {
        if (isCancelled()) {
            throw new CancelledException("Opening was cancelled: open the session again to read it.");
        }
        progress(share);
    }

    /** A watch for a part of the reading, whose 0 to 1 are these shares of the whole. */
    default ReadingProgress part(double from, double to) {
        ReadingProgress whole = this;
        return new ReadingProgress() {
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
