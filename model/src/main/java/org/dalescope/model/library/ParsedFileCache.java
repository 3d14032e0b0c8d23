package org.dalescope.model.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.dalescope.model.common.UserError;
import tools.jackson.core.JacksonException;

/**
 * A cache of parsed files of one kind, so that runs and suites are listed again quickly. A file is read again only if
 * its time or size has changed. Thread-safe.
 *
 * @param <T> parsed content of a file
 */
final class ParsedFileCache<T> {
    private final Function<Path, T> reader;
    private final AtomicLong reads;
    private Map<Path, Kept<T>> before = Map.of();
    private Map<Path, Kept<T>> now = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param reads counter of the files that were read
     */
    ParsedFileCache(Function<Path, T> reader, AtomicLong reads) {
        this.reader = reader;
        this.reads = reads;
    }

    private record Kept<T>(FileTime time, long size, Optional<T> content) {}

    /** Starts a new scan. Entries that this scan does not request are dropped at the next scan. */
    void begin() {
        before = now;
        now = new ConcurrentHashMap<>();
    }

    /** Returns true if the file exists. */
    static boolean isThere(Path file) {
        return Files.isRegularFile(file);
    }

    /** The content of a file; empty if the file is missing or damaged. */
    Optional<T> of(Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            Kept<T> known = before.get(file);
            Kept<T> kept = known != null && known.time().equals(is.lastModifiedTime()) && known.size() == is.size()
                    ? known
                    : new Kept<>(is.lastModifiedTime(), is.size(), read(file));
            now.put(file, kept);
            return kept.content();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private Optional<T> read(Path file) {
        reads.incrementAndGet();
        try {
            return Optional.of(reader.apply(file));
        } catch (JacksonException | UserError damaged) {
            return Optional.empty();
        }
    }
}
