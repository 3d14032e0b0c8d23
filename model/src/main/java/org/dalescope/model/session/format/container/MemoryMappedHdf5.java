package org.dalescope.model.session.format.container;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dalescope.model.common.StorageError;

/**
 * A container file in HDF5 that is mapped into memory. When jhdf reads from a file, it allocates every declared length
 * before it notices the end of the file. From mapped bytes it takes slices, and a slice outside the file is an error at
 * once.
 */
public final class MemoryMappedHdf5 implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final HdfFile file;

    /**
     * Opens a file.
     *
     * @throws StorageError if it cannot be read; jhdf's exceptions if it is damaged
     */
    public MemoryMappedHdf5(Path path) {
        boolean open = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            // A buffer is limited to 2 GB; in a longer file, a single declared length is shorter than the file.
            file = channel.size() > Integer.MAX_VALUE
                    ? new HdfFile(path)
                    : HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer());
            open = true;
        } catch (IOException e) {
            throw new StorageError(path + " cannot be read: check the disk and the file's permissions.", e);
        } finally {
            if (!open) {
                arena.close();
            }
        }
    }

    public HdfFile file() {
        return file;
    }

    @Override
    public void close() {
        file.close();
        arena.close();
    }
}
