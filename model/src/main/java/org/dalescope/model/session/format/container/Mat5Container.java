package org.dalescope.model.session.format.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * A MATLAB v5 file as a container; {@code save} (as v6 or v7) and {@code scipy.io.savemat} write such files by default.
 */
final class Mat5Container implements Container {
    private final Path path;
    private final long mostBytes;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    /** Lists the variables of the file; contents are read on demand. */
    Mat5Container(Path path) throws IOException {
        this.path = path;
        // The library accepts impossible lengths or prints messages about them, so they are rejected first.
        Mat5LengthCheck.check(path);
        mostBytes = Math.min(ElementCounts.MOST * Double.BYTES, Mat5LengthCheck.BEST_PACKING * Files.size(path));
        MatFile none = read(header -> {
            String name = header.getName();
            if (!name.isEmpty()) {
                variables.put(name, Mat5Arrays.listed(header, () -> array(name)));
            }
            return false;
        });
        none.close();
    }

    @Override
    public String format() {
        return "MATLAB v5";
    }

    @Override
    public boolean matlabOrder() {
        return true;
    }

    @Override
    public Map<String, Variable> variables() {
        return variables;
    }

    @Override
    public void close() {
        // Nothing stays open: every read opens the file again.
    }

    private Array array(String name) {
        try {
            return read(header -> header.getName().equals(name)).getArray(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MatFile read(Mat5Reader.EntryFilter filter) throws IOException {
        try (Source source = Sources.openFile(path.toFile())) {
            return Mat5.newReader(source)
                    .setEntryFilter(filter)
                    .setBufferAllocator(new BoundedBuffers(mostBytes))
                    .disableSubsystemProcessing()
                    .readMat();
        }
    }
}
