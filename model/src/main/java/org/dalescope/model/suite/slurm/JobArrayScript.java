package org.dalescope.model.suite.slurm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;

/** The batch script of a job array, which laboratories edit for their cluster. */
public final class JobArrayScript {
    private static final String RESOURCE = "/org/dalescope/slurm/job.sh";

    private JobArrayScript() {}

    /**
     * The script that ships.
     *
     * @param program the program as the cluster's machines start it, already quoted for a shell
     */
    public static String shipped(String program) {
        try (InputStream in = JobArrayScript.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@DALESCOPE@", program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a laboratory's script in a suite's place for it.
     *
     * @throws InputError where it is no script
     */
    public static void copy(Path from, Path to) {
        try {
            String text = Files.readString(from);
            if (!text.startsWith("#!")) {
                throw new InputError(from + " is not a batch script (its first line does not begin with #!): start from"
                        + " the one that 'dalescope suite --slurm-template' prints.");
            }
            AtomicFile.write(to, text);
        } catch (IOException e) {
            throw new StorageError(from + " cannot be read as a text: check that it exists and its permissions.", e);
        }
    }
}
