package org.dalescope.app.ui.jobs;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Work that waits for its turn, first come first served; all of it on the window's thread. */
public final class JobQueue {
    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private boolean held;

    /**
     * Something that will run.
     *
     * @param out the folder it will make
     * @param command that does the same, for whom it is never begun
     * @param begin starts it
     */
    public record Waiting(String title, Path out, String command, Runnable begin) {}

    /** What waits, the next first. */
    public ObservableList<Waiting> waiting() {
        return waiting;
    }

    /** Puts something at the end. */
    public void add(Waiting work) {
        waiting.add(work);
    }

    /** Takes something out that has not begun. */
    public void cancel(Waiting work) {
        waiting.remove(work);
    }

    /** The folders that are spoken for. */
    public Set<Path> promised() {
        return waiting.stream().map(Waiting::out).collect(Collectors.toSet());
    }

    /** Nothing begins any more: the window is about to close. */
    public void hold() {
        held = true;
    }

    /** Starts the next; the machine must be free. */
    public void next() {
        if (!held && !waiting.isEmpty()) {
            waiting.removeFirst().begin().run();
        }
    }
}
