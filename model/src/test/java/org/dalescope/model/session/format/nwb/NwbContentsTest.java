package org.dalescope.model.session.format.nwb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.FileContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make_fixture.py} put into the file is offered, and nothing that cannot be chosen. */
class NwbContentsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void offersTablesColumnsAndSeries() throws IOException {
        Path file = NwbFiles.copy("small.nwb", folder);
        FileContents.Recording nwb = assertInstanceOf(
                FileContents.Recording.class, SessionFiles.contents(file).orElseThrow());
        assertEquals(1, nwb.tables().size());
        FileContents.Table trials = nwb.table("/intervals/trials").orElseThrow();
        assertEquals(30, trials.rows());
        assertEquals(
                List.of("start_time", "stop_time", "stim_on_time", "stim_off_time", "go_time", "cue"), trials.times());
        assertEquals(true, trials.factors().containsAll(List.of("choice", "correct", "contrast", "block")));
        assertEquals(false, trials.factors().contains("tags"));
        assertEquals(
                List.of("?", "FS", "Narrow Interneuron", "RS", "exc", "pyramidal"),
                nwb.unitColumn("cell_type").orElseThrow().values());
        assertEquals(
                List.of("good", "mua"), nwb.unitColumn("quality").orElseThrow().values());
        assertEquals(
                List.of("ACC", "SC"), nwb.unitColumn("location").orElseThrow().values());
        assertEquals(
                true,
                nwb.series()
                        .containsAll(List.of(
                                "/stimulus/presentation/light",
                                "/acquisition/licks",
                                "/acquisition/raw",
                                "/processing/behavior/EyeTracking/eye_position",
                                "/processing/behavior/wheel")));
    }
}
