package org.dalescope.model.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script that loads an export and scores it anew, so that a reader sees the arrays mean what they say. */
record Snippet(String fileName, String text) {
    private static final String FOLDER = "/org/dalescope/export/";

    /**
     * The scripts for a format.
     *
     * @param export name of the file that they load, which lies beside them
     */
    static List<Snippet> of(ExportFormat format, String export) {
        return switch (format) {
            case NPZ -> List.of(of("load_npz.py", export));
            case MAT -> List.of(of("load_mat.py", export), of("load_mat.m", export));
            case CSV -> List.of(of("load_csv.py", export), of("load_csv.m", export));
        };
    }

    private static Snippet of(String name, String export) {
        try (InputStream in = Snippet.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in resources: " + FOLDER + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Snippet(
                    name,
                    text.replace("EXPORT_FILE", export.replace("\\", "\\\\").replace("\"", "\\\"")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
