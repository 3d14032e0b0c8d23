package org.dalescope.app.ui.notification;

import java.util.ArrayList;
import java.util.List;

/**
 * A message to the user.
 *
 * @param sentence one sentence: what is wrong, where, and what to do
 * @param report details for developers; empty if the sentence is enough
 * @param remedies the actions that are offered with the message
 */
public record Notification(Kind kind, String sentence, String report, List<Remedy> remedies) {
    /** A message without remedies. */
    public Notification(Kind kind, String sentence, String report) {
        this(kind, sentence, report, List.of());
    }

    /** An action that is offered on a button of the message. */
    public record Remedy(String id, String words, Runnable act) {}

    /** The kind of a message. */
    public enum Kind {
        INFORMATION,
        REFUSAL,
        FAILURE;

        /** The word before the sentence. */
        String word() {
            return switch (this) {
                case INFORMATION -> "Note";
                case REFUSAL -> "Problem";
                case FAILURE -> "Error";
            };
        }
    }

    /** A message with the sentences and remedies of both. */
    Notification and(Notification other) {
        List<Remedy> all = new ArrayList<>(remedies);
        all.addAll(other.remedies);
        return new Notification(kind, sentence + " " + other.sentence, report + other.report, List.copyOf(all));
    }

    boolean hasSameText(Notification other) {
        return kind == other.kind && sentence.equals(other.sentence);
    }

    public static Notification information(String sentence) {
        return new Notification(Kind.INFORMATION, sentence, "");
    }
}
