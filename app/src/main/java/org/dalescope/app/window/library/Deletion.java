package org.dalescope.app.window.library;

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
                    ? "Move " + folders.getFirst().getFileName() + " to the trash?"
                    : "Move " + folders.size() + " folders to the trash?";
        }
    }

    /** They lie in the trash. */
    record Done(List<RunTrash.Deleted> deleted) implements Deletion {
        public String words() {
            return deleted.size() == 1
                    ? deleted.getFirst().was().getFileName() + " is in the trash (.trash beside the runs)."
                    : deleted.size() + " folders are in the trash (.trash beside the runs).";
        }
    }
}
