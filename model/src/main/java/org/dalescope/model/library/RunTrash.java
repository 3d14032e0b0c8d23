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

/**
 * The trash of a folder of runs and suites, in its subfolder {@code .trash}. Deleted runs stay there until the user
 * empties the folder.
 */
public record RunTrash(Path library) {
    /** The maximum depth of a run folder in a suite. */
    private static final int RUN_DEPTH = 5;

    /**
     * A deleted run or suite in the trash.
     *
     * @param was former folder
     * @param is folder in the trash
     */
    public record Deleted(Path was, Path is) {}

    public Path folder() {
        return library.resolve(".trash");
    }

    /**
     * Moves a run's or a suite's folder into the trash.
     *
     * @throws InputError if a fit is writing into the folder, or if it cannot be moved
     */
    public Deleted put(Path folder) {
        Optional<String> noLocks;
        try (RunLock lock = RunLock.take(folder)) {
            noLocks = lock.warning();
        }
        return put(folder, noLocks);
    }

    /**
     * Moves a folder into the trash after the lock was requested.
     *
     * @param noLocks a message if the file system does not support locks, so that a running fit cannot be detected
     */
    Deleted put(Path folder, Optional<String> noLocks) {
        if (noLocks.isPresent() && isReportedRunning(folder)) {
            throw new InputError(
                    "A fit in " + folder + " is marked as running, and the file system has no file locks to check"
                            + " this: stop the fit, or move the folder by hand if no fit is running.");
        }
        String name = String.valueOf(folder.getFileName());
        Path to = folder().resolve(name);
        for (int number = 2; Files.exists(to); number++) {
            to = folder().resolve(name + " (" + number + ")");
        }
        return new Deleted(folder, move(folder, to));
    }

    /**
     * Moves a deleted folder back to its former place.
     *
     * @throws InputError if the former place is occupied, or if the folder cannot be moved
     */
    public void restore(Deleted deleted) {
        if (Files.exists(deleted.was())) {
            throw new InputError(
                    deleted.was() + " exists again: rename it, then move " + deleted.is() + " back by hand.");
        }
        move(deleted.is(), deleted.was());
    }

    /** Returns true if the run, or a run of the suite, is marked as running. */
    private static boolean isReportedRunning(Path folder) {
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
