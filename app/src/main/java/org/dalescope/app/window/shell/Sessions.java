package org.dalescope.app.window.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.mapping.MappingViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.remembered.AppliedMapping;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.window.session.SessionOpening;
import org.dalescope.app.words.Words;
import org.dalescope.model.Refusal;
import org.dalescope.model.UserError;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.session.mapping.Mapping;
import org.dalescope.model.session.mapping.MappingJson;
import org.dalescope.model.session.mapping.SuggestedMapping;
import org.dalescope.model.session.synthetic.DemoSession;

/** The open session: how it is opened, how its file is understood, and what to do when it is refused. */
final class Sessions {
    private final ObjectProperty<Optional<OpenSession>> session = new SimpleObjectProperty<>(Optional.empty());
    private final AppliedMappings applied = new AppliedMappings();
    private final RunLibrary runs;
    private final Background background;
    private final Notices notices;
    private final LibraryViewModel library;
    private final SessionOpening opening;
    private final MappingViewModel mapping;
    private final Runnable another;
    private final Consumer<Path> opened;

    /**
     * No session is open.
     *
     * @param another told before another session is shown
     * @param opened told of every file that was opened and not refused
     */
    Sessions(
            RunLibrary runs,
            Background background,
            Notices notices,
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
                opening, background.elsewhere(), background.window(), open -> keep(open, () -> {}), notices::show);
    }

    ObjectProperty<Optional<OpenSession>> session() {
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

    /** Opens a file with the mapping that was applied to it before, else as it is guessed. */
    void open(Path path, Runnable then) {
        applied.at(path).ifPresentOrElse(before -> openAgain(path, before, then), () -> openGuessed(path, then));
    }

    /** Opens the session that ships with the program. */
    void openDemo(Runnable then) {
        background.run(
                () -> {
                    WholeFile.folder(runs.folder());
                    return OpenSession.of(DemoSession.open(runs.folder()));
                },
                open -> {
                    show(open);
                    then.run();
                },
                notices);
    }

    /** Shows how the open session was understood. */
    void showMapping() {
        session.get().ifPresent(mapping::show);
    }

    /** A file that was renamed or copied is known by its content once it was read. */
    private void openGuessed(Path path, Runnable then) {
        opening.open(
                path,
                Optional.empty(),
                open -> applied.of(path, open.session().source().sha256())
                        .ifPresentOrElse(before -> openAgain(path, before, then), () -> {
                            showFile(open);
                            then.run();
                        }),
                wrong -> refused(path, wrong, List.of(), then));
    }

    /** Opens a file as it is said to be understood. */
    void openAs(Path path, Mapping said, Runnable then) {
        opening.open(path, Optional.of(said), open -> keep(open, then), wrong -> refused(path, wrong, List.of(), then));
    }

    /** The user wants this file to be read as it is guessed; a mapping that was applied to a copy elsewhere stays there. */
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

    /** A mapping from an earlier day is used, which is said and can be changed. */
    private void openAgain(Path path, AppliedMapping before, Runnable then) {
        Path file = before.mapping().orElseThrow();
        Notice.Remedy guess = new Notice.Remedy(
                "guess-mapping", Words.of("shell.read-it-as-guessed"), () -> openAsGuessed(path, then));
        Mapping mapping;
        try {
            mapping = MappingJson.read(file);
        } catch (UserError unreadable) {
            notices.show(new Notice(Notice.Kind.REFUSAL, unreadable.sentence(), "", List.of(guess)));
            return;
        }
        opening.open(
                path,
                Optional.of(mapping),
                open -> {
                    String sha256 = open.session().source().sha256();
                    applied.add(path, sha256, Optional.of(file));
                    showFile(open.mappedAgainBy(file));
                    // Also: what is said of the settings that came or went with the session stays.
                    notices.showAlso(new Notice(
                            Notice.Kind.INFORMATION,
                            sha256.equals(before.sha256())
                                    ? Words.of("shell.the-mapping-of-before", path.getFileName(), file)
                                    : Words.of("shell.the-mapping-of-before-changed", path.getFileName(), file),
                            "",
                            List.of(
                                    new Notice.Remedy(
                                            "look-at-mapping", Words.of("shell.show-the-mapping"), this::showMapping),
                                    guess)));
                    then.run();
                },
                wrong -> refused(path, wrong, List.of(guess), then));
    }

    private void show(OpenSession open) {
        // First: what is said of the session that comes must stay.
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

    /** Shows a session whose mapping was chosen, once that lies in a file which the command line can name. */
    private void keep(OpenSession open, Runnable then) {
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

    /** Beside the runs; another mapping has another name, so that no command changes its meaning. */
    private Path kept(String name, Mapping chosen) {
        String text = MappingJson.text(chosen);
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        Path file = runs.folder().resolve("mappings").resolve(plain + "-" + digest + ".json");
        MappingJson.write(chosen, file);
        return file;
    }

    /** The sentence at once; what a person can do about it as soon as it is known. */
    private void refused(Path path, Throwable wrong, List<Notice.Remedy> first, Runnable then) {
        if (!(wrong instanceof Refusal refusal)) {
            notices.show(wrong);
            // Cancelled, or not readable now: how the file was understood is still right.
            return;
        }
        notices.show(new Notice(Notice.Kind.REFUSAL, refusal.sentence(), "", first));
        mapping.offer(path, wrong, begin -> {
            List<Notice.Remedy> remedies = new ArrayList<>(first);
            SuggestedMapping.of(wrong)
                    .ifPresent(suggested -> remedies.add(new Notice.Remedy(
                            "apply-suggestion", suggested.words(), () -> openAs(path, suggested.mapping(), then))));
            remedies.add(new Notice.Remedy("choose-mapping", Words.of("shell.choose-what-is-what"), () -> {
                begin.run();
                notices.dismiss();
            }));
            if (notices.shown()
                    .get()
                    .filter(shown -> shown.sentence().equals(refusal.sentence()))
                    .isPresent()) {
                notices.show(new Notice(Notice.Kind.REFUSAL, refusal.sentence(), "", List.copyOf(remedies)));
            }
        });
    }
}
