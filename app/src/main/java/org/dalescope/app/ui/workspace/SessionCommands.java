package org.dalescope.app.ui.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.mapping.MappingViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.restore.AppliedMapping;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.session.SessionOpening;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.FolderName;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.format.SuggestedMapping;
import org.dalescope.model.session.synthetic.DemoSession;

/**
 * The commands that change the open session, which all views share: open with a mapping or as guessed, with remedies if
 * a file cannot be read.
 */
final class SessionCommands {
    private final ObjectProperty<Optional<OpenSession>> session = new SimpleObjectProperty<>(Optional.empty());
    private final AppliedMappings applied = new AppliedMappings();
    private final RunLibrary runs;
    private final BackgroundTasks background;
    private final Notifications notices;
    private final LibraryViewModel library;
    private final SessionOpening opening;
    private final MappingViewModel mapping;
    private final Runnable another;
    private final Consumer<Path> opened;

    /**
     * Commands without an open session.
     *
     * @param another called before another session is shown
     * @param opened receives every file that was opened without an error
     */
    SessionCommands(
            RunLibrary runs,
            BackgroundTasks background,
            Notifications notices,
            LibraryViewModel library,
            Runnable another,
            Consumer<Path> opened) {
        this.opened = opened;
        this.another = another;
        this.runs = runs;
        this.background = background;
        this.notices = notices;
        this.library = library;
        this.opening = new SessionOpening(background.elsewhere(), background.window());
        this.mapping = new MappingViewModel(
                opening, background.elsewhere(), background.window(), open -> accept(open, () -> {}), notices::show);
    }

    ObjectProperty<Optional<OpenSession>> sessionProperty() {
        return session;
    }

    SessionOpening opening() {
        return opening;
    }

    MappingViewModel mapping() {
        return mapping;
    }

    /** The mappings that were applied to sessions. */
    AppliedMappings applied() {
        return applied;
    }

    /** Opens a file with the mapping that was applied to it before, otherwise as it is guessed. */
    void open(Path path, Runnable then) {
        applied.at(path).ifPresentOrElse(before -> reopen(path, before, then), () -> openGuessed(path, then));
    }

    /** Opens the session that ships with the program. */
    void openDemo(Runnable then) {
        background.run(
                () -> {
                    AtomicFile.folder(runs.folder());
                    return OpenSession.of(DemoSession.open(runs.folder()));
                },
                open -> {
                    show(open);
                    then.run();
                },
                notices);
    }

    /** Shows the mapping of the open session. */
    void showMapping() {
        session.get().ifPresent(mapping::show);
    }

    /** Opens a file as guessed. A renamed or copied file is recognised by its content after it was read. */
    private void openGuessed(Path path, Runnable then) {
        opening.open(
                path,
                Optional.empty(),
                open -> applied.of(path, open.session().source().sha256())
                        .ifPresentOrElse(before -> reopen(path, before, then), () -> {
                            showFile(open);
                            then.run();
                        }),
                wrong -> refused(path, wrong, List.of(), then));
    }

    /** Opens a file with a mapping. */
    void openAs(Path path, Mapping said, Runnable then) {
        opening.open(
                path, Optional.of(said), open -> accept(open, then), wrong -> refused(path, wrong, List.of(), then));
    }

    /**
     * Opens a file as guessed, because the user chose it; a mapping that was applied to a copy elsewhere is kept for
     * the copy.
     */
    private void openAsGuessed(Path path, Runnable then) {
        opening.open(
                path,
                Optional.empty(),
                open -> {
                    applied.add(path, open.session().source().sha256(), Optional.empty());
                    showFile(open);
                    then.run();
                },
                wrong -> refused(path, wrong, List.of(), then));
    }

    /** Opens a file with an earlier mapping; a message says so and offers to change it. */
    private void reopen(Path path, AppliedMapping before, Runnable then) {
        Path file = before.mapping().orElseThrow();
        Notification.Remedy guess =
                new Notification.Remedy("guess-mapping", "Use the guess instead", () -> openAsGuessed(path, then));
        Mapping mapping;
        try {
            mapping = MappingJson.read(file);
        } catch (UserError unreadable) {
            notices.show(new Notification(Notification.Kind.REFUSAL, unreadable.sentence(), "", List.of(guess)));
            return;
        }
        opening.open(
                path,
                Optional.of(mapping),
                open -> {
                    String sha256 = open.session().source().sha256();
                    applied.add(path, sha256, Optional.of(file));
                    showFile(open.remappedBy(file));
                    // Added to the shown message, so that the message about the session's settings stays.
                    notices.showAlso(new Notification(
                            Notification.Kind.INFORMATION,
                            sha256.equals(before.sha256())
                                    ? "%s was opened with its earlier mapping: %s.".formatted(path.getFileName(), file)
                                    : ("%s was opened with its earlier mapping (%s), but the file has changed since"
                                                    + " then. Check the mapping.")
                                            .formatted(path.getFileName(), file),
                            "",
                            List.of(
                                    new Notification.Remedy("look-at-mapping", "Show the mapping", this::showMapping),
                                    guess)));
                    then.run();
                },
                wrong -> refused(path, wrong, List.of(guess), then));
    }

    private void show(OpenSession open) {
        // This comes first, so that messages about the new session are kept.
        notices.dismissOld();
        another.run();
        session.set(Optional.of(open));
        mapping.follow(open);
        library.add(open);
    }

    private void showFile(OpenSession open) {
        show(open);
        opened.accept(open.session().source().file());
    }

    /**
     * Shows a session whose mapping the user chose, after the mapping is saved in a file that the command line can
     * name.
     */
    private void accept(OpenSession open, Runnable then) {
        background.run(
                () -> open.session()
                        .source()
                        .mapping()
                        .map(chosen -> open.mappedBy(kept(open.session().name(), chosen)))
                        .orElse(open),
                mapped -> {
                    var source = mapped.session().source();
                    mapped.mappingFile()
                            .ifPresent(file -> applied.add(source.file(), source.sha256(), Optional.of(file)));
                    showFile(mapped);
                    then.run();
                },
                notices);
    }

    /**
     * The file of a mapping next to the runs. Another mapping has another name, so that no command changes its meaning.
     */
    private Path kept(String name, Mapping chosen) {
        String text = MappingJson.text(chosen);
        String plain = FolderName.trimmed(name);
        String digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        Path file = runs.folder().resolve("mappings").resolve(plain + "-" + digest + ".json");
        MappingJson.write(chosen, file);
        return file;
    }

    /** Shows the error at once and the remedies as soon as they are known. */
    private void refused(Path path, Throwable wrong, List<Notification.Remedy> first, Runnable then) {
        if (!(wrong instanceof InputError refusal)) {
            notices.show(wrong);
            // The opening was cancelled or the file is not readable now; the mapping is still right.
            return;
        }
        notices.show(new Notification(Notification.Kind.REFUSAL, refusal.sentence(), "", first));
        mapping.offer(path, wrong, begin -> {
            List<Notification.Remedy> remedies = new ArrayList<>(first);
            SuggestedMapping.of(wrong)
                    .ifPresent(suggested -> remedies.add(new Notification.Remedy(
                            "apply-suggestion", suggested.words(), () -> openAs(path, suggested.mapping(), then))));
            remedies.add(new Notification.Remedy("choose-mapping", "Edit the mapping...", () -> {
                begin.run();
                notices.dismiss();
            }));
            if (notices.shownProperty()
                    .get()
                    .filter(shown -> shown.sentence().equals(refusal.sentence()))
                    .isPresent()) {
                notices.show(
                        new Notification(Notification.Kind.REFUSAL, refusal.sentence(), "", List.copyOf(remedies)));
            }
        });
    }
}
