package org.dalescope.model.session.format.nwb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;

/** Collects the findings on what was lost, guessed or corrected while an NWB file was read; each is kept once. */
final class ReadingNotes {
    private static final int MOST_NAMES = 8;

    private final List<Finding> findings = new ArrayList<>();

    void notice(String code, String text) {
        add(Finding.notice(code, text));
    }

    void warning(String code, String text) {
        add(Finding.warning(code, text));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** The first warning, if any. */
    Optional<String> firstWarning() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .map(Finding::text)
                .findFirst();
    }

    /** A list of names for a sentence; the rest of a long list is given as a count. */
    static String list(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
