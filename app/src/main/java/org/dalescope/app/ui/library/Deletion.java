package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.library.RunTrash;

/**
 * The state of deleting runs from the library's list: the user is asked, the deletion is done and can be undone, or
 * nothing is being deleted.
 */
public sealed interface Deletion {
    /** Nothing is being deleted. */
    record None() implements Deletion {}

    /** The user is asked for confirmation. */
    record Asked(List<Path> folders) implements Deletion {
        public String question() {
            return folders.size() == 1
                    ? "Move %s to the trash?".formatted(folders.getFirst().getFileName())
                    : "Move %s folders to the trash?".formatted(folders.size());
        }
    }

    /** The folders are in the trash. */
    record Done(List<RunTrash.Deleted> deleted) implements Deletion {
        public String words() {
            return deleted.size() == 1
                    ? "%s is in the trash (.trash next to the runs)."
                            .formatted(deleted.getFirst().was().getFileName())
                    : "%s folders are in the trash (.trash next to the runs).".formatted(deleted.size());
        }
    }
}
