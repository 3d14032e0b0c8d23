package org.dalescope.app.window.notice;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.words.Words;

/**
 * A message to the person.
 *
 * @param sentence one sentence: what, where, what to do
 * @param report what a developer wants to read; empty where the sentence says it all
 * @param remedies what can be done about it at once
 */
public record Notice(Kind kind, String sentence, String report, List<Remedy> remedies) {
    /** Without a remedy. */
    public Notice(Kind kind, String sentence, String report) {
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
                case INFORMATION -> Words.of("notice.note");
                case REFUSAL -> Words.of("notice.refused");
                case FAILURE -> Words.of("notice.error");
            };
        }
    }

    /** Both messages in one, with the remedies of both. */
    Notice and(Notice other) {
        List<Remedy> all = new ArrayList<>(remedies);
        all.addAll(other.remedies);
        return new Notice(kind, sentence + " " + other.sentence, report + other.report, List.copyOf(all));
    }

    boolean saysTheSame(Notice other) {
        return kind == other.kind && sentence.equals(other.sentence);
    }

    public static Notice information(String sentence) {
        return new Notice(Kind.INFORMATION, sentence, "");
    }
}
