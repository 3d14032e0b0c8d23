package org.dalescope.model.common;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding about a session or a fit: what was found, what it means, and how to resolve it.
 *
 * @param code stable name for programs, such as {@code aborted-trials}
 * @param text what was found, in a sentence
 * @param meaning what it means for a fit; empty if the text is enough
 */
public record Finding(String code, Severity severity, String text, String meaning, Optional<Remedy> remedy) {
    /** How serious a finding is. */
    public enum Severity {
        NOTICE,
        WARNING,
        /** Nothing can be fitted until it is resolved. */
        ERROR
    }

    public Finding {
        // Runs of earlier versions lack these fields.
        meaning = Objects.requireNonNullElse(meaning, "");
        remedy = Objects.requireNonNullElse(remedy, Optional.empty());
    }

    private Finding(String code, Severity severity, String text) {
        this(code, severity, text, "", Optional.empty());
    }

    public static Finding error(String code, String text) {
        return new Finding(code, Severity.ERROR, text);
    }

    public static Finding warning(String code, String text) {
        return new Finding(code, Severity.WARNING, text);
    }

    public static Finding notice(String code, String text) {
        return new Finding(code, Severity.NOTICE, text);
    }

    /** The same finding with its meaning. */
    public Finding meaning(String words) {
        return new Finding(code, severity, text, words, remedy);
    }

    /** The same finding with a setting that resolves it. */
    public Finding remedy(Remedy offered) {
        return new Finding(code, severity, text, meaning, Optional.of(offered));
    }

    /** Whether it is more than a notice. */
    public boolean isSerious() {
        return severity != Severity.NOTICE;
    }

    /** What was found and what it means. */
    public String sentences() {
        return meaning.isEmpty() ? text : text + " " + meaning;
    }

    /** The findings in order of severity, the most serious first; equal severities keep their order. */
    public static List<Finding> bySeverity(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
