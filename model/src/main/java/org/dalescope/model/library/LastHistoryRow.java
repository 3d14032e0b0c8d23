package org.dalescope.model.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.StorageError;

/**
 * Reads the last complete row of a run's {@code history.csv} for the list of runs, without reading the rows before it.
 */
final class LastHistoryRow {
    /** Enough for one row, which has about 20 numbers of at most 25 characters. */
    private static final int BYTES = 2048;

    private LastHistoryRow() {}

    /** The last epoch; 0 if there is none. */
    static int epoch(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - BYTES));
            ByteBuffer buffer = ByteBuffer.allocate(BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A channel may return fewer bytes than requested.
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            // A row without a line end is still being written.
            int end = Math.max(0, text.lastIndexOf('\n'));
            String row = text.substring(text.lastIndexOf('\n', end - 1) + 1, end);
            String first = row.split(",", 2)[0];
            return first.matches("\\d{1,9}") ? Integer.parseInt(first) : 0;
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", new UncheckedIOException(e));
        }
    }
}
