package org.dalescope.model.run.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A script in Python or MATLAB that loads a run's export and computes its scores again, which verifies the meaning of
 * the arrays.
 */
record LoadingScript(String fileName, String text) {
    private static final String FOLDER = "/org/dalescope/export/";

    /**
     * The scripts for a format.
     *
     * @param export name of the file that they load, in the same folder
     * @param prefix of their own names
     * @param readme name of the file that describes the arrays
     */
    static List<LoadingScript> of(ExportFormat format, String export, String prefix, String readme) {
        return switch (format) {
            case NPZ -> List.of(of("load_npz.py", export, prefix, readme));
            case MAT -> List.of(of("load_mat.py", export, prefix, readme), of("load_mat.m", export, prefix, readme));
            case CSV -> List.of(of("load_csv.py", export, prefix, readme), of("load_csv.m", export, prefix, readme));
        };
    }

    private static LoadingScript of(String name, String export, String prefix, String readme) {
        try (InputStream in = LoadingScript.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + FOLDER + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String safe = export.replace("\\", "\\\\").replace("\"", "\\\"");
            return new LoadingScript(
                    prefix + name, text.replace("EXPORT_FILE", safe).replace("README_FILE", readme));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
