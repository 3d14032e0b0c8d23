package org.dalescope.app.ui.notification;

import java.util.ArrayList;
import java.util.List;

/**
 * A message to the person.
 *
 * @param sentence one sentence: what, where, what to do
 * @param report what a developer wants to read; empty where the sentence says it all
 * @param remedies what can be done about it at once
 */
public record Notification(Kind kind, String sentence, String report, List<Remedy> remedies) {
    /** Without a remedy. */
    public Notification(Kind kind, String sentence, String report) {
        this(kind, sentence, report, List.of());
    }

    /** A way out, on a button. */
    public record Remedy(String id, String words, Runnable act) {}

    /** How it is meant. */
    public enum Kind {
        INFORMATION,
        REFUSAL,
        FAILURE;

        /** Before the sentence. */
        String word() {
            return switch (this) {
                case INFORMATION -> "Note";
                case REFUSAL -> "Refused";
                case FAILURE -> "Error";
            };
        }
    }

    /** Both messages in one, with the remedies of both. */
    Notification and(Notification other) {
        List<Remedy> all = new ArrayList<>(remedies);
        all.addAll(other.remedies);
        return new Notification(kind, sentence + " " + other.sentence, report + other.report, List.copyOf(all));
    }

    boolean saysTheSame(Notification other) {
        return kind == other.kind && sentence.equals(other.sentence);
    }

    public static Notification information(String sentence) {
        return new Notification(Kind.INFORMATION, sentence, "");
    }
}
