package org.dalescope.app.window.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoticesTest {
    @Test
    void aReportSaysNotWhereFilesLieOrWhoseTheyAre() {
        assertEquals(
                "reading '.../Bruno 08.mat' failed at .../x.json: C",
                Notices.withoutPlaces("reading '/home/jane/data/Bruno 08.mat' failed at C:\\Users\\jane\\x.json: C"));
        String trace = "\tat app//org.dalescope.model.run.FitRun.start(FitRun.java:12)";
        assertEquals(trace, Notices.withoutPlaces(trace));
    }

    @Test
    void aFailureCarriesAReportWithoutPlaces() {
        Notices notices = new Notices(Runnable::run);
        notices.show(new IllegalStateException("cannot map /home/jane/secret/monkey.mat"));
        Notice shown = notices.shown().get().orElseThrow();
        assertEquals(Notice.Kind.FAILURE, shown.kind());
        assertTrue(shown.report().contains("IllegalStateException"), shown.report());
        assertTrue(shown.report().contains(".../monkey.mat"), shown.report());
        assertFalse(shown.report().contains("jane"), shown.report());
    }
}
