package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.ui.restore.AppliedMapping;

/**
 * The mappings that the user applied to session files, found by file and by content: a part of the state that all views
 * share. The newest are saved between starts.
 */
public final class AppliedMappings {
    private static final int MOST = 100;
    private final List<AppliedMapping> all = new ArrayList<>();

    /** All entries, the newest first. */
    public List<AppliedMapping> all() {
        return List.copyOf(all);
    }

    /** Restores saved entries, the newest first. */
    public void restore(List<AppliedMapping> remembered) {
        all.clear();
        all.addAll(remembered);
    }

    /**
     * The entry with the mapping that was applied to the file at this path; only an entry with a mapping is returned.
     */
    Optional<AppliedMapping> at(Path session) {
        return mappingOf(session).filter(one -> one.mapping().isPresent());
    }

    /**
     * The entry with the mapping that was applied to a file with this content at any path; only an entry with a mapping
     * is returned. Empty if the user chose to read the file at this path with this content as it is guessed.
     */
    Optional<AppliedMapping> of(Path session, String sha256) {
        boolean isGuessed = mappingOf(session)
                .filter(one -> one.mapping().isEmpty() && one.sha256().equals(sha256))
                .isPresent();
        return isGuessed
                ? Optional.empty()
                : all.stream()
                        .filter(one ->
                                one.sha256().equals(sha256) && one.mapping().isPresent())
                        .findFirst();
    }

    /** Remembers the mapping of a file; without a mapping the file is read as it is guessed. */
    void add(Path session, String sha256, Optional<Path> mapping) {
        all.removeIf(one -> one.session().equals(place(session)));
        all.addFirst(new AppliedMapping(place(session), sha256, mapping));
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    private Optional<AppliedMapping> mappingOf(Path session) {
        return all.stream().filter(one -> one.session().equals(place(session))).findFirst();
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
