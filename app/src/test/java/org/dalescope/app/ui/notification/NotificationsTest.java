package org.dalescope.app.ui.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    @Test
    void aReportSaysNotWhereFilesLieOrWhoseTheyAre() {
        assertEquals(
                "reading '.../Bruno 08.mat' failed at .../x.json: C",
                Notifications.withoutPlaces(
                        "reading '/home/jane/data/Bruno 08.mat' failed at C:\\Users\\jane\\x.json: C"));
        String trace = "\tat app//org.dalescope.model.run.FitRun.start(FitRun.java:12)";
        assertEquals(trace, Notifications.withoutPlaces(trace));
    }

    @Test
    void aFailureCarriesAReportWithoutPlaces() {
        Notifications notices = new Notifications(Runnable::run);
        notices.show(new IllegalStateException("cannot map /home/jane/secret/monkey.mat"));
        Notification shown = notices.shownProperty().get().orElseThrow();
        assertEquals(Notification.Kind.FAILURE, shown.kind());
        assertTrue(shown.report().contains("IllegalStateException"), shown.report());
        assertTrue(shown.report().contains(".../monkey.mat"), shown.report());
        assertFalse(shown.report().contains("jane"), shown.report());
    }

    @Test
    void theNewestTwentyAreRememberedWithTheirTime() {
        Clock clock = Clock.fixed(Instant.parse("2026-05-04T14:02:11Z"), ZoneOffset.UTC);
        Notifications notices = new Notifications(Runnable::run, clock);
        for (int i = 1; i <= 25; i++) {
            notices.show(Notification.information("Number " + i));
        }
        assertEquals(20, notices.past().size());
        assertEquals("14:02:11  Note: Number 25", notices.past().getFirst().words());
        assertEquals("14:02:11  Note: Number 6", notices.past().getLast().words());
        notices.show(Notification.information("Number 25"));
        assertEquals("14:02:11  Note: Number 24", notices.past().get(1).words());
    }

    @Test
    void whatIsAlsoSaidStandsBesideWhatWasSaidWithTheRemediesOfBoth() {
        Notifications notices = new Notifications(Runnable::run);
        Notification.Remedy undo = new Notification.Remedy("undo", "Undo", () -> {});
        Notification.Remedy guess = new Notification.Remedy("guess", "Guess", () -> {});
        notices.show(new Notification(Notification.Kind.INFORMATION, "One.", "", List.of(undo)));
        notices.showAlso(new Notification(Notification.Kind.INFORMATION, "Two.", "", List.of(guess)));
        Notification both = new Notification(Notification.Kind.INFORMATION, "One. Two.", "", List.of(undo, guess));
        assertEquals(Optional.of(both), notices.shownProperty().get());
        assertEquals(1, notices.past().size());
        notices.show(new InputError("There is no file."));
        notices.showAlso(Notification.information("Three."));
        assertEquals("Three.", notices.shownProperty().get().orElseThrow().sentence());
    }

    @Test
    void aClosedNoticeCanBeHadAgain() {
        Notifications notices = new Notifications(Runnable::run);
        notices.show(new InputError("There is no file."));
        notices.dismiss();
        assertEquals(Optional.empty(), notices.shownProperty().get());
        notices.showLatest();
        assertEquals(
                "There is no file.", notices.shownProperty().get().orElseThrow().sentence());
        assertEquals(1, notices.past().size());
        assertTrue(notices.unfoldedProperty().get());
    }
}
