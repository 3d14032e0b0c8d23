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

/** The batch script of a SLURM job array, which laboratories can edit for their cluster. */
public final class JobArrayScript {
    private static final String RESOURCE = "/org/dalescope/slurm/job.sh";

    private JobArrayScript() {}

    /**
     * The shipped script.
     *
     * @param program command that starts the program on the cluster's nodes, already quoted for a shell
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
     * Copies a laboratory's script into a suite's folder.
     *
     * @throws InputError if the file is not a script
     */
    public static void copy(Path from, Path to) {
        try {
            String text = Files.readString(from);
            if (!text.startsWith("#!")) {
                throw new InputError(from + " is not a batch script (its first line does not begin with #!): edit the"
                        + " script that 'dalescope suite --slurm-template' prints.");
            }
            AtomicFile.write(to, text);
        } catch (IOException e) {
            throw new StorageError(
                    from + " cannot be read as text: check that the file exists and its permissions.", e);
        }
    }
}
