package org.dalescope.model.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The version of this program, for any class that shows it or writes it into a file. Maven writes it into {@code
 * version.properties}.
 */
public final class ProgramVersion {
    /** The version, such as 0.1.0. */
    public static final String CURRENT = read();

    private ProgramVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                ProgramVersion.class.getResourceAsStream("/org/dalescope/version.properties"), "version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
