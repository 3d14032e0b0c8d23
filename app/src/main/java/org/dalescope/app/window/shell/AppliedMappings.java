package org.dalescope.app.window.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.window.remembered.AppliedMapping;

/** The mappings that were applied to sessions, by file and by content; the newest are remembered from one day to the next. */
final class AppliedMappings {
    private static final int MOST = 100;
    private final List<AppliedMapping> all = new ArrayList<>();

    /** What is remembered, the newest first. */
    List<AppliedMapping> all() {
        return List.copyOf(all);
    }

    /** Remembers these, the newest first. */
    void restore(List<AppliedMapping> remembered) {
        all.clear();
        all.addAll(remembered);
    }

    /** The mapping that was applied to the file at this place. */
    Optional<AppliedMapping> at(Path session) {
        return all.stream().filter(one -> one.session().equals(place(session))).findFirst();
    }

    /** The mapping that was applied to a file of this content, wherever it was. */
    Optional<AppliedMapping> of(String sha256) {
        return all.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    }

    void add(Path session, String sha256, Path mapping) {
        forget(session);
        all.addFirst(new AppliedMapping(place(session), sha256, mapping));
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    void forget(Path session) {
        all.removeIf(one -> one.session().equals(place(session)));
    }

    /** Without what stands for a content elsewhere. */
    void forget(Path session, String sha256) {
        forget(session);
        all.removeIf(one -> one.sha256().equals(sha256));
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
