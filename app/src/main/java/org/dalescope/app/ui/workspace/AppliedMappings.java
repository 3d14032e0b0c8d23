package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.ui.restore.AppliedMapping;

/** How the user wants session files to be understood, by file and by content; the newest are remembered from one day to the next. */
public final class AppliedMappings {
    private static final int MOST = 100;
    private final List<AppliedMapping> all = new ArrayList<>();

    /** What is remembered, the newest first. */
    public List<AppliedMapping> all() {
        return List.copyOf(all);
    }

    /** Remembers these, the newest first. */
    public void restore(List<AppliedMapping> remembered) {
        all.clear();
        all.addAll(remembered);
    }

    /** The mapping that was applied to the file at this place; the entry has one. */
    Optional<AppliedMapping> at(Path session) {
        return said(session).filter(one -> one.mapping().isPresent());
    }

    /**
     * The mapping that was applied to a file of this content, wherever it was; the entry has one. Empty where the user wants the
     * file at this place, with this content, to be read as it is guessed.
     */
    Optional<AppliedMapping> of(Path session, String sha256) {
        boolean isGuessed = said(session)
                .filter(one -> one.mapping().isEmpty() && one.sha256().equals(sha256))
                .isPresent();
        return isGuessed
                ? Optional.empty()
                : all.stream()
                        .filter(one ->
                                one.sha256().equals(sha256) && one.mapping().isPresent())
                        .findFirst();
    }

    /** Remembers how a file is to be understood; without a mapping it is read as it is guessed. */
    void add(Path session, String sha256, Optional<Path> mapping) {
        all.removeIf(one -> one.session().equals(place(session)));
        all.addFirst(new AppliedMapping(place(session), sha256, mapping));
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    private Optional<AppliedMapping> said(Path session) {
        return all.stream().filter(one -> one.session().equals(place(session))).findFirst();
    }

    private static Path place(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
