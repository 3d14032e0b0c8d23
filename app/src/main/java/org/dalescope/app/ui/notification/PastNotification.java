package org.dalescope.app.ui.notification;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message that was shown to the user, with the time. */
public record PastNotification(LocalTime at, Notification notice) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** A line such as "14:02:11  Problem: There is no file.". */
    public String words() {
        return TIME.format(at) + "  " + notice.kind().word() + ": " + notice.sentence();
    }
}
