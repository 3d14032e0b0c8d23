package org.dalescope.app.ui.jobs;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue of fits and suites that wait to run, first come first served. For the window's thread only. */
public final class JobQueue {
    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private boolean held;

    /**
     * A fit or suite that waits in the queue.
     *
     * @param out the folder that it will create
     * @param command the command line that does the same, for the case that the work never starts
     * @param begin starts it
     */
    public record Waiting(String title, Path out, String command, Runnable begin) {}

    /** The waiting work, the next one first. */
    public ObservableList<Waiting> waiting() {
        return waiting;
    }

    /** Adds work at the end. */
    public void add(Waiting work) {
        waiting.add(work);
    }

    /** Removes work that has not started. */
    public void cancel(Waiting work) {
        waiting.remove(work);
    }

    /** The folders that the waiting work will create. */
    public Set<Path> reservedFolders() {
        return waiting.stream().map(Waiting::out).collect(Collectors.toSet());
    }

    /** Stops starting work, because the window is about to close. */
    public void hold() {
        held = true;
    }

    /** Starts the next work; nothing else may be running. */
    public void next() {
        if (!held && !waiting.isEmpty()) {
            waiting.removeFirst().begin().run();
        }
    }
}
