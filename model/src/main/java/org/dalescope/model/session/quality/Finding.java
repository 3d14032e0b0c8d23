package org.dalescope.model.session.quality;

/**
 * Something worth knowing about a session or a fit, with what to do about it.
 *
 * @param code stable name for programs, such as {@code aborted-trials}
 */
public record Finding(String code, Severity severity, String text) {
    /** How much it matters. */
    public enum Severity {
        NOTICE,
        WARNING
    }

    public static Finding warning(String code, String text) {
        return new Finding(code, Severity.WARNING, text);
    }

    public static Finding notice(String code, String text) {
        return new Finding(code, Severity.NOTICE, text);
    }
}
