package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;

/** Collects the findings on what was lost, guessed or corrected while a recording was read; each is kept once. */
public final class ReadingNotes {
    private static final int MOST_NAMES = 8;

    private final List<Finding> findings = new ArrayList<>();

    public void notice(String code, String text) {
        add(Finding.notice(code, text));
    }

    public void warning(String code, String text) {
        add(Finding.warning(code, text));
    }

    public List<Finding> all() {
        return List.copyOf(findings);
    }

    /** The first warning, if any. */
    public Optional<String> firstWarning() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(Finding::text)
                .findFirst();
    }

    /** A list of names for a sentence; the rest of a long list is given as a count. */
    public static String list(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    public void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
