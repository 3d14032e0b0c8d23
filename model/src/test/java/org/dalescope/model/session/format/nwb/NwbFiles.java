package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import tools.jackson.databind.json.JsonMapper;

/** Files for tests of NWB. */
final class NwbFiles {
    private NwbFiles() {}

    /** A copy of a file beside {@code make_fixture.py}, which wrote it. */
    static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = NwbFiles.class.getResourceAsStream("/nwb/" + name)) {
            if (in == null) {
                throw new IOException("missing in test resources: " + name);
            }
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** Writes units and trials, named {@code units/...} and {@code intervals/trials/...}. */
    static Path write(Path file, Map<String, Object> fields) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("nwb_version", "2.5.0");
            var units = hdf.putGroup("units");
            var trials = hdf.putGroup("intervals").putGroup("trials");
            fields.forEach((path, value) -> {
                String name = path.substring(path.lastIndexOf('/') + 1);
                (path.startsWith("units") ? units : trials).putDataset(name, value);
            });
        }
        return file;
    }

    /** Opens a file with a mapping in JSON with single quotes. */
    static Session open(Path file, String mapping) {
        var json = JsonMapper.builder().build().readTree(mapping.replace('\'', '"'));
        return SessionFiles.open(file, Optional.of(MappingJson.read(json, "test")), Progress.SILENT);
    }
}
