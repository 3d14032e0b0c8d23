package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.library.RunTrash;

/** How far the deleting of runs is: asked for, done and to be undone, or nothing of it. */
public sealed interface Deletion {
    /** Nothing is being deleted. */
    record None() implements Deletion {}

    /** The person is asked. */
    record Asked(List<Path> folders) implements Deletion {
        public String question() {
            return folders.size() == 1
                    ? "Move %s to the trash?".formatted(folders.getFirst().getFileName())
                    : "Move %s folders to the trash?".formatted(folders.size());
        }
    }

    /** They lie in the trash. */
    record Done(List<RunTrash.Deleted> deleted) implements Deletion {
        public String words() {
            return deleted.size() == 1
                    ? "%s is in the trash (.trash beside the runs)."
                            .formatted(deleted.getFirst().was().getFileName())
                    : "%s folders are in the trash (.trash beside the runs).".formatted(deleted.size());
        }
    }
}
