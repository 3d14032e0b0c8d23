package org.dalescope.model.engine;

import java.util.function.IntConsumer;
import org.dalescope.model.kernel.Workers;

/** Who runs numbered tasks: an engine's threads, or the one that asks, where the others are busy with blocks of their own. */
@FunctionalInterface
interface Sharing {
    /** Runs tasks 0 .. tasks-1 and returns when all are done. */
    void run(int tasks, IntConsumer task);

    /** One after the other. */
    static Sharing alone() {
        return (tasks, task) -> {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
        };
    }

    /** On an engine's threads. */
    static Sharing among(Workers workers) {
        return workers::run;
    }
}
