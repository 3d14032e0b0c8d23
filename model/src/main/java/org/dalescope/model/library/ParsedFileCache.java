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
 * What was read from files of one kind, read again only where time or size of the file changed. Safe from several threads.
 *
 * @param <T> what a file says
 */
final class ParsedFileCache<T> {
    private final Function<Path, T> reader;
    private final AtomicLong reads;
    private Map<Path, Kept<T>> before = Map.of();
    private Map<Path, Kept<T>> now = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param reads counts the files that were read
     */
    ParsedFileCache(Function<Path, T> reader, AtomicLong reads) {
        this.reader = reader;
        this.reads = reads;
    }

    private record Kept<T>(FileTime time, long size, Optional<T> content) {}

    /** Begins another look: what it does not ask for is forgotten with the next. */
    void begin() {
        before = now;
        now = new ConcurrentHashMap<>();
    }

    /** Whether there is such a file. */
    static boolean isThere(Path file) {
        return Files.isRegularFile(file);
    }

    /** What a file says; empty where there is none or it is damaged. */
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
