package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.List;
import org.dalescope.app.text.Messages;
import org.dalescope.model.library.RunTrash;

/** How far the deleting of runs is: asked for, done and to be undone, or nothing of it. */
public sealed interface Deletion {
    /** Nothing is being deleted. */
    record None() implements Deletion {}

    /** The person is asked. */
    record Asked(List<Path> folders) implements Deletion {
        public String question() {
            return folders.size() == 1
                    ? Messages.of(
                            "library.move-to-the-trash", folders.getFirst().getFileName())
                    : Messages.of("library.move-folders-to-the", folders.size());
        }
    }

    /** They lie in the trash. */
    record Done(List<RunTrash.Deleted> deleted) implements Deletion {
        public String words() {
            return deleted.size() == 1
                    ? Messages.of(
                            "library.is-in-the-trash", deleted.getFirst().was().getFileName())
                    : Messages.of("library.folders-are-in-the", deleted.size());
        }
    }
}
