package org.dalescope.app.window.notice;

/**
 * A message to the person.
 *
 * @param sentence one sentence: what, where, what to do
 * @param report what a developer wants to read; empty where the sentence says it all
 */
public record Notice(Kind kind, String sentence, String report) {
    /** How it is meant. */
    public enum Kind {
        INFORMATION,
        REFUSAL,
        FAILURE
    }

    public static Notice information(String sentence) {
        return new Notice(Kind.INFORMATION, sentence, "");
    }
}
