package org.dalescope.model.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLock;
import org.dalescope.model.run.store.RunStatus;
import tools.jackson.core.JacksonException;

/** The folder {@code .trash} of a library: what is deleted lies there until a person empties it by hand. */
public record RunTrash(Path library) {
    /** A suite has its runs at most so deep. */
    private static final int RUN_DEPTH = 5;

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
     * @throws InputError where a fit is writing into it, or it cannot be moved
     */
    public Deleted put(Path folder) {
        Optional<String> noLocks;
        try (RunLock lock = RunLock.take(folder)) {
            noLocks = lock.warning();
        }
        return put(folder, noLocks);
    }

    /**
     * The same, once the lock was asked for.
     *
     * @param noLocks a text where the file system has none, so that nothing tells whether a fit is under way
     */
    Deleted put(Path folder, Optional<String> noLocks) {
        if (noLocks.isPresent() && isSaidToRun(folder)) {
            throw new InputError(
                    "A fit in " + folder + " is marked as running, and its file system has no file locks that"
                            + " tell whether it still is: stop the fit, or move the folder by hand if nothing is running.");
        }
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
     * @throws InputError where another has taken its place, or it cannot be moved
     */
    public void restore(Deleted deleted) {
        if (Files.exists(deleted.was())) {
            throw new InputError(deleted.was() + " is there again: give it another name, then move " + deleted.is()
                    + " back by hand.");
        }
        move(deleted.is(), deleted.was());
    }

    /** Whether the run, or a run of the suite, is marked as running. */
    private static boolean isSaidToRun(Path folder) {
        try (Stream<Path> files = Files.walk(folder, RUN_DEPTH)) {
            return files.filter(file -> file.endsWith("run.json"))
                    .anyMatch(file -> status(file.resolveSibling("")).equals(Optional.of(RunStatus.RUNNING)));
        } catch (IOException | UncheckedIOException e) {
            throw new StorageError(folder + " cannot be read: check its permissions.", e);
        }
    }

    private static Optional<RunStatus> status(Path run) {
        try {
            return Optional.of(RunFacts.read(new RunFolder(run)).status());
        } catch (JacksonException | InputError damaged) {
            return Optional.empty();
        }
    }

    private static Path move(Path from, Path to) {
        try {
            Files.createDirectories(to.resolveSibling(""));
            return Files.move(from, to);
        } catch (IOException e) {
            throw new StorageError(from + " cannot be moved to " + to + ": check the permissions of both folders.", e);
        }
    }
}
