package org.dalescope.model.session.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;

/**
 * The demo session that ships with the program, a made-up one from {@link SyntheticSession} with {@link
 * SyntheticSettings#demo()}.
 */
public final class DemoSession {
    /** File name of the shipped session. */
    public static final String FILE = "demo-session.dalescope";

    private DemoSession() {}

    /** Copies the shipped session into a folder as a regular file and opens it. */
    public static Session open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes())) {
                write(file);
            }
            return SessionFiles.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the shipped session byte for byte. */
    public static void write(Path file) {
        byte[] bytes = bytes();
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private static byte[] bytes() {
        try (InputStream in = DemoSession.class.getResourceAsStream("/org/dalescope/demo/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
