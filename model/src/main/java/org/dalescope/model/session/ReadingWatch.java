package org.dalescope.model.session;

import org.dalescope.model.Cancelled;

/** Whoever waits for a session to open. */
public interface ReadingWatch {
    /** Waits without a word. */
    ReadingWatch SILENT = new ReadingWatch() {
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
     * @throws Cancelled where it is no longer wanted
     */
    default void at(double share) {
        if (isCancelled()) {
            throw new Cancelled("Opening was cancelled: open the session again to read it.");
        }
        progress(share);
    }

    /** A watch for a part of the reading, whose 0 to 1 are these shares of the whole. */
    default ReadingWatch part(double from, double to) {
        ReadingWatch whole = this;
        return new ReadingWatch() {
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
