package org.dalescope.model.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.run.RunLock;

/** The folder {@code .trash} of a library: what is deleted lies there until a person empties it by hand. */
public record RunTrash(Path library) {
    /**
     * Something in the trash.
     *
     * @param was where it lay
     * @param is where it lies now
     */
    public record Deleted(Path was, Path is) {}

    public Path folder() {
        return library.resolve(".trash");
    }

    /**
     * Moves a run's or a suite's folder into the trash.
     *
     * @throws Refusal where a fit is writing into it, or it cannot be moved
     */
    public Deleted put(Path folder) {
        RunLock.take(folder).close();
        String name = String.valueOf(folder.getFileName());
        Path to = folder().resolve(name);
        for (int number = 2; Files.exists(to); number++) {
            to = folder().resolve(name + " (" + number + ")");
        }
        return new Deleted(folder, move(folder, to));
    }

    /**
     * Puts something back where it was.
     *
     * @throws Refusal where another has taken its place, or it cannot be moved
     */
    public void restore(Deleted deleted) {
        if (Files.exists(deleted.was())) {
            throw new Refusal(deleted.was() + " is there again: give it another name, then move " + deleted.is()
                    + " back by hand.");
        }
        move(deleted.is(), deleted.was());
    }

    private static Path move(Path from, Path to) {
        try {
            Files.createDirectories(to.resolveSibling(""));
            return Files.move(from, to);
        } catch (IOException e) {
            throw new StorageFailure(
                    from + " cannot be moved to " + to + ": check the permissions of both folders.", e);
        }
    }
}
