package org.dalescope.app.window.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.Refusal;
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

    @Test
    void theNewestTwentyAreRememberedWithTheirTime() {
        Clock clock = Clock.fixed(Instant.parse("2026-05-04T14:02:11Z"), ZoneOffset.UTC);
        Notices notices = new Notices(Runnable::run, clock);
        for (int i = 1; i <= 25; i++) {
            notices.show(Notice.information("Number " + i));
        }
        assertEquals(20, notices.past().size());
        assertEquals("14:02:11  Note: Number 25", notices.past().getFirst().words());
        assertEquals("14:02:11  Note: Number 6", notices.past().getLast().words());
        notices.show(Notice.information("Number 25"));
        assertEquals("14:02:11  Note: Number 24", notices.past().get(1).words());
    }

    @Test
    void whatIsAlsoSaidStandsBesideWhatWasSaidWithTheRemediesOfBoth() {
        Notices notices = new Notices(Runnable::run);
        Notice.Remedy undo = new Notice.Remedy("undo", "Undo", () -> {});
        Notice.Remedy guess = new Notice.Remedy("guess", "Guess", () -> {});
        notices.show(new Notice(Notice.Kind.INFORMATION, "One.", "", List.of(undo)));
        notices.showAlso(new Notice(Notice.Kind.INFORMATION, "Two.", "", List.of(guess)));
        Notice both = new Notice(Notice.Kind.INFORMATION, "One. Two.", "", List.of(undo, guess));
        assertEquals(Optional.of(both), notices.shown().get());
        assertEquals(1, notices.past().size());
        notices.show(new Refusal("There is no file."));
        notices.showAlso(Notice.information("Three."));
        assertEquals("Three.", notices.shown().get().orElseThrow().sentence());
    }

    @Test
    void aClosedNoticeCanBeHadAgain() {
        Notices notices = new Notices(Runnable::run);
        notices.show(new Refusal("There is no file."));
        notices.dismiss();
        assertEquals(Optional.empty(), notices.shown().get());
        notices.recall();
        assertEquals("There is no file.", notices.shown().get().orElseThrow().sentence());
        assertEquals(1, notices.past().size());
        assertTrue(notices.unfolded().get());
    }
}
